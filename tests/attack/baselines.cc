#include "tests/attack/baselines.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"

namespace muster::attack {
namespace {

std::string Text(const Cell& cell) {
  if (const auto* words = std::get_if<std::string>(&cell)) return *words;
  if (const auto* number = std::get_if<int64_t>(&cell)) return std::to_string(*number);
  if (const auto* number = std::get_if<double>(&cell)) return std::to_string(*number);
  if (const auto* released = std::get_if<Number>(&cell)) {
    if (released->value.has_value()) return absl::StrCat("~", *released->value);
    return released->kind == Number::Kind::kSuppressed ? "few" : "withheld";
  }
  return "-";
}

}  // namespace

std::string Render(const std::string& text, const absl::StatusOr<std::vector<Answer>>& answers) {
  if (!answers.ok()) return answers.status().ToString();
  std::string said;
  for (const Answer& answer : *answers) {
    absl::StrAppend(&said, RenderDiagnostics(text, answer.diagnostics));
    if (!answer.table.has_value()) continue;
    for (const auto& row : answer.table->rows) {
      for (const Cell& cell : row) absl::StrAppend(&said, Text(cell), " | ");
      said += "\n";
    }
    for (const auto& [code, label] : answer.table->labels) absl::StrAppend(&said, code, " = ", label, "\n");
  }
  return said;
}

Seen Exact::Shown(std::optional<int64_t> value) { return {value, value.has_value() ? std::to_string(*value) : "few"}; }

int64_t Exact::CountOf(const std::string& where) const {
  const std::string text = "count individuals where " + where;
  const auto answers = catalogue_.Query(text);
  if (!answers.ok() || !answers->front().table.has_value()) {
    ADD_FAILURE() << text << "\n" << Render(text, answers);
    return 0;
  }
  return std::get<int64_t>(answers->front().table->rows[0][0]);
}

std::set<std::string> Exact::PeopleOf(const std::string& where) const {
  const std::string text = "list individuals where " + where;
  const auto answers = catalogue_.Query(text);
  std::set<std::string> people;
  if (!answers.ok() || !answers->front().table.has_value()) {
    ADD_FAILURE() << text << "\n" << Render(text, answers);
    return people;
  }
  for (const auto& row : answers->front().table->rows) people.insert(absl::StrCat(Text(row[1]), " ", Text(row[0])));
  return people;
}

Seen Exact::Count(const std::string& where) { return Shown(CountOf(where)); }

absl::StatusOr<std::vector<Answer>> Exact::Ask(const std::string& text) { return catalogue_.Query(text); }

absl::StatusOr<std::vector<Answer>> Suppressed::Ask(const std::string& text) {
  absl::StatusOr<std::vector<Answer>> answers = catalogue_.Query(text);
  if (!answers.ok()) return answers;
  for (Answer& answer : *answers) {
    if (!answer.table.has_value()) continue;
    for (auto& row : answer.table->rows) {
      for (Cell& cell : row) {
        const auto* number = std::get_if<int64_t>(&cell);
        if (number != nullptr && *number > 0 && *number < k_) {
          cell = Number{{}, Number::Kind::kSuppressed, 1, k_ - 1, {}};
        }
      }
    }
  }
  return answers;
}

std::string Opponent::Numbers(const std::string& text) {
  const absl::StatusOr<std::vector<Answer>> answers = Ask(text);
  if (!answers.ok()) return std::string(absl::StatusCodeToString(answers.status().code()));
  const Answer& last = answers->back();
  std::string numbers;
  for (const Diagnostic& diagnostic : last.diagnostics) absl::StrAppend(&numbers, "[", diagnostic.code, "]");
  if (!last.table.has_value()) return numbers;
  for (const auto& row : last.table->rows) {
    for (const Cell& cell : row) {
      if (!std::holds_alternative<std::string>(cell)) absl::StrAppend(&numbers, Text(cell), " ");
    }
  }
  for (const Cell& cell : last.table->total) absl::StrAppend(&numbers, "total ", Text(cell));
  return numbers;
}

std::optional<int64_t> ValueOf(const Cell& cell) {
  if (const auto* exact = std::get_if<int64_t>(&cell)) return *exact;
  const auto* number = std::get_if<Number>(&cell);
  return number == nullptr ? std::nullopt : number->value;
}

Interval IntervalOf(const Cell& cell) {
  Interval interval;
  if (const auto* exact = std::get_if<int64_t>(&cell)) {
    interval.low = interval.high = static_cast<double>(*exact);
  } else if (const auto* number = std::get_if<Number>(&cell)) {
    if (number->low.has_value()) interval.low = static_cast<double>(*number->low);
    if (number->high.has_value()) interval.high = static_cast<double>(*number->high);
  }
  return interval;
}

std::string Exact::Completed(const std::string& text) {
  std::string all;
  for (size_t cursor = 0; cursor <= text.size(); ++cursor) {
    for (const Completion& item : catalogue_.Complete(text, cursor).items) {
      absl::StrAppend(&all, cursor, ": ", item.text, " (", item.description, ")\n");
    }
  }
  return all;
}

Seen Suppressed::Count(const std::string& where) {
  const int64_t n = CountOf(where);
  return Shown(n > 0 && n < k_ ? std::nullopt : std::optional(n));
}

Seen FreshNoise::Count(const std::string& where) {
  const int64_t n = CountOf(where);
  if (n < k_) return Shown(std::nullopt);
  return Shown(n + std::llround(std::normal_distribution<double>(0, 1.323)(random_)));
}

Seen Rounded::Count(const std::string& where) {
  const int64_t n = CountOf(where);
  return Shown(n <= 7 ? std::nullopt : std::optional((n + 2) / 5 * 5));
}

Seen CellKey::Count(const std::string& where) {
  const std::set<std::string> people = PeopleOf(where);
  const auto n = static_cast<int64_t>(people.size());
  if (n < k_) return Shown(std::nullopt);
  uint64_t key = 0;
  for (const std::string& person : people) {
    std::mt19937_64 of_person(std::hash<std::string>()(person));
    key ^= of_person();
  }
  std::mt19937_64 random(key);
  const double noise = std::clamp(std::normal_distribution<double>(0, 3)(random), -10.0, 10.0);
  return Shown(n + std::llround(noise));
}

Seen Denial::Count(const std::string& where) {
  std::set<std::string> people = PeopleOf(where);
  const auto n = static_cast<int64_t>(people.size());
  if (n > 0 && n < k_) return Shown(std::nullopt);
  for (const std::set<std::string>& before : earlier_) {
    std::vector<std::string> differing;
    std::set_symmetric_difference(people.begin(), people.end(), before.begin(), before.end(),
                                  std::back_inserter(differing));
    if (!differing.empty() && static_cast<int64_t>(differing.size()) < k_) return {std::nullopt, "refused"};
  }
  earlier_.push_back(std::move(people));
  return Shown(n);
}

}  // namespace muster::attack
