#include "shell/output/table_parts.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <variant>

#include "shell/output/format.h"
#include "shell/terminal/concat.h"

namespace muster::shell {
namespace {

template <typename F>
size_t FirstColumn(const Table& table, F is) {
  return static_cast<size_t>(std::find_if(table.columns.begin(), table.columns.end(), is) - table.columns.begin());
}

/// The numbers in "12 40 31".
std::vector<int64_t> NumbersIn(std::string_view text) {
  std::vector<int64_t> numbers;
  while (!text.empty()) {
    const size_t end = std::min(text.find(' '), text.size());
    numbers.push_back(std::atoll(std::string(text.substr(0, end)).c_str()));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return numbers;
}

constexpr std::string_view kFirstBand = "first band", kBandWidth = "band width";

/// How many digits behind the point multiples of `width` have: 2 of 0.25.
int DigitsBehindPoint(double width) {
  constexpr int kMost = 12;
  int digits = 0;
  for (double whole = width; digits < kMost && std::abs(whole - std::round(whole)) > 1e-6 * whole; whole *= 10) {
    ++digits;
  }
  return digits;
}

}  // namespace

size_t KeysOf(const Table& table) {
  return FirstColumn(table, [](const Column& column) { return column.role != ColumnRole::kKey; });
}

std::optional<size_t> CountsOf(const Table& table) {
  const size_t at = FirstColumn(table, [](const Column& column) { return column.IsCount(); });
  return at == table.columns.size() || KeysOf(table) == 0 ? std::nullopt : std::optional(at);
}

std::vector<size_t> DrawnColumns(const Table& table) {
  const size_t first = FirstColumn(table, [](const Column& column) { return column.IsCount(); });
  if (first == table.columns.size()) return {};
  std::vector<size_t> drawn = {first};
  const auto begin = table.columns.begin() + static_cast<ptrdiff_t>(first);
  if (!std::all_of(begin, table.columns.end(), [](const Column& c) { return c.role == ColumnRole::kPeople; })) {
    return drawn;
  }
  while (drawn.back() + 1 < table.columns.size()) drawn.push_back(drawn.back() + 1);
  return drawn;
}

bool HasWords(const Column& column) { return column.role == ColumnRole::kKey || column.role == ColumnRole::kText; }

std::optional<size_t> HistogramsOf(const Table& table) {
  const size_t at = FirstColumn(table, [](const Column& column) { return column.role == ColumnRole::kHistogram; });
  return at == table.columns.size() ? std::nullopt : std::optional(at);
}

size_t ColumnNamed(const Table& table, std::string_view name) {
  size_t at = 0;
  while (at < table.columns.size() && table.columns[at].name != name) ++at;
  return at;
}

bool IsOfHistogram(const Column& column) {
  return column.role == ColumnRole::kNumber && (column.name == kFirstBand || column.name == kBandWidth);
}

std::string FewDigits(double number) {
  constexpr double kFour = 1000, kTooMany = 1e15;
  const double size = std::abs(number);
  char digits[32];
  std::snprintf(digits, sizeof(digits), size >= kFour && size < kTooMany ? "%.0f" : "%.4g", number);
  return digits;
}

Table BandsOf(const Table& table, const std::vector<Cell>& row) {
  Table bands;
  bands.columns = {Column::Key(""), Column::Rows("values")};
  const std::optional<size_t> histograms = HistogramsOf(table);
  const auto number = [&](std::string_view name) -> const double* {
    const size_t column = ColumnNamed(table, name);
    return column < row.size() ? std::get_if<double>(&row[column]) : nullptr;
  };
  const double *first = number(kFirstBand), *width = number(kBandWidth);
  if (!histograms.has_value() || *histograms >= row.size() || IsMissing(row[*histograms])) return bands;
  if (first == nullptr || width == nullptr) return bands;
  const std::vector<int64_t> counts = NumbersIn(CellText(row[*histograms]));
  if (*width <= 0) {
    for (const int64_t count : counts) bands.rows.push_back({FewDigits(*first), count});
    return bands;
  }
  const int digits = DigitsBehindPoint(*width);
  const auto edge = [&](size_t i) {
    char text[352];  // the largest number has 309 digits before the point
    std::snprintf(text, sizeof(text), "%.*f", digits, *first + *width * static_cast<double>(i));
    return std::string(text);
  };
  for (size_t i = 0; i < counts.size(); ++i) {
    bands.rows.push_back({Concat(edge(i), " to <", edge(i + 1)), counts[i]});
  }
  return bands;
}

}  // namespace muster::shell
