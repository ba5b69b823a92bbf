#include "tests/property/compare_answers.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "absl/strings/str_cat.h"

namespace muster::property {
namespace {

using Rows = std::vector<std::vector<Cell>>;
using Kind = Difference::Kind;

std::string Print(const Cell& cell) {
  if (const auto* integer = std::get_if<int64_t>(&cell)) return absl::StrCat(*integer);
  if (const auto* number = std::get_if<double>(&cell)) return absl::StrCat(*number, "f");
  if (const auto* text = std::get_if<std::string>(&cell)) return absl::StrCat("'", *text, "'");
  return "-";
}

std::string Print(const std::vector<Cell>& row) {
  std::string out;
  for (const Cell& cell : row) absl::StrAppend(&out, out.empty() ? "" : " | ", Print(cell));
  return out;
}

std::string Print(std::string_view who, const Rows& rows, const std::vector<Cell>& total) {
  std::string out = absl::StrCat(std::string(who), ":\n");
  for (const auto& row : rows) absl::StrAppend(&out, "    ", Print(row), "\n");
  if (!total.empty()) absl::StrAppend(&out, "    total ", Print(total), "\n");
  return out;
}

// Numbers that were computed in another order agree to about seven digits, with which they are shown.
bool SameCell(const Cell& a, const Cell& b) {
  const auto* one = std::get_if<double>(&a);
  const auto* other = std::get_if<double>(&b);
  if (one == nullptr || other == nullptr) return a == b;
  return std::abs(*one - *other) <= 1e-6 * std::max({std::abs(*one), std::abs(*other), 1e-6});
}

// Rows in the order of the statement, whose first column is a name.
bool SameNumbers(const Rows& naive, const Rows& engine) {
  if (naive.size() != engine.size()) return false;
  for (size_t i = 0; i < naive.size(); ++i) {
    if (!std::equal(naive[i].begin() + 1, naive[i].end(), engine[i].begin() + 1, engine[i].end(), SameCell)) {
      return false;
    }
  }
  return true;
}

bool SameRows(Rows naive, Rows engine, std::optional<int64_t> limit) {
  std::sort(naive.begin(), naive.end());
  std::sort(engine.begin(), engine.end());
  if (!limit) return naive == engine;
  return engine.size() == std::min(naive.size(), static_cast<size_t>(*limit)) &&
         std::includes(naive.begin(), naive.end(), engine.begin(), engine.end());
}

}  // namespace

Difference Compare(const absl::StatusOr<NaiveAnswer>& naive, const absl::StatusOr<std::vector<Answer>>& engine) {
  if (!engine.ok()) return {Kind::kFailure, "", absl::StrCat("engine: ", engine.status().ToString())};
  if (engine->size() != 1) return {Kind::kFailure, "", absl::StrCat("engine: ", engine->size(), " answers")};
  const Answer& answer = engine->front();
  if (answer.table.has_value() == HasErrors(answer.diagnostics)) {
    return {Kind::kFailure, "", "engine: a table and errors, or neither"};
  }
  if (!answer.table) {
    if (!naive.ok()) return {};
    std::string text = Print("naive", naive->rows, naive->total);
    for (const Diagnostic& diagnostic : answer.diagnostics) {
      absl::StrAppend(&text, "engine: ", diagnostic.code, ": ", diagnostic.message, "\n");
    }
    const auto error = std::find_if(answer.diagnostics.begin(), answer.diagnostics.end(),
                                    [](const Diagnostic& d) { return d.severity == Severity::kError; });
    return {Kind::kDiagnosed, error->code, text};
  }
  const Table& table = *answer.table;
  const std::string text = Print("engine", table.rows, table.total);
  if (!naive.ok()) {
    return {Kind::kNotDiagnosed, "", absl::StrCat("naive: ", std::string(naive.status().message()), "\n", text)};
  }
  if (naive->first_is_name && SameNumbers(naive->rows, table.rows)) return {};
  if (!naive->first_is_name && SameRows(naive->rows, table.rows, naive->limit) && naive->total == table.total)
    return {};
  return {Kind::kWrong, "", absl::StrCat(Print("naive", naive->rows, naive->total), text)};
}

}  // namespace muster::property
