#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "shell/output/format.h"
#include "shell/output/table_parts.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"

namespace muster::shell {
namespace {

constexpr int kUsualWidth = 80;
constexpr int kLeastBar = 10;

/// A bar of `eighths` eighths of a column: whole blocks, then one of those that fill a part from the left.
std::string BarOf(int eighths) {
  std::string bar;
  for (; eighths >= 8; eighths -= 8) bar += "\xE2\x96\x88";
  if (eighths > 0) bar += std::string("\xE2\x96") + static_cast<char>(0x90 - eighths);
  return bar;
}

std::optional<double> LengthOf(const Cell& cell) {
  if (const int64_t* integer = std::get_if<int64_t>(&cell)) return static_cast<double>(*integer);
  if (const double* number = std::get_if<double>(&cell); number != nullptr && std::isfinite(*number)) return *number;
  if (const Number* number = std::get_if<Number>(&cell); number != nullptr && number->value.has_value()) {
    return static_cast<double>(*number->value);
  }
  return std::nullopt;
}

/// The words in the first `columns` cells of `row`.
std::string LabelText(const Table& table, const std::vector<Cell>& row, size_t columns) {
  std::string label;
  for (size_t i = 0; i < columns && i < row.size(); ++i) {
    if (!HasWords(table.columns[i])) continue;
    Append(label, i > 0 ? ", " : "", IsMissing(row[i]) ? "(missing)" : Printable(CellText(row[i])));
    if (const std::string_view name = CellLabel(table, row[i]); !name.empty()) Append(label, " ", Printable(name));
  }
  std::replace(label.begin(), label.end(), '\n', ' ');
  return label;
}

/// A table for each field: its bands, each with a bar.
std::string RenderHistograms(const Table& table, size_t histograms, int width) {
  std::string out;
  for (const std::vector<Cell>& row : table.rows) {
    if (!out.empty()) out += "\n";
    const std::string unit = IsMissing(row[1]) ? "" : CellText(row[1]);
    const auto number = [&](std::string_view name) { return std::get_if<double>(&row[ColumnNamed(table, name)]); };
    const double *least = number("least"), *greatest = number("greatest");
    Append(out, Printable(CellText(row[0])), unit.empty() ? "" : ", ", Printable(unit), ": ");
    if (least == nullptr || greatest == nullptr || IsMissing(row[histograms])) {
      out += "no values\n";
      continue;
    }
    for (const char* name : {"median", "mean"}) {
      if (number(name) != nullptr) Append(out, name, " ", FewDigits(*number(name)), ", ");
    }
    Append(out, CellText(row[ColumnNamed(table, "values")]), " values\n");
    out += RenderChart(BandsOf(table, row), width);
  }
  return out;
}

}  // namespace

std::string RenderChart(const Table& table, int width) {
  if (width <= 0) width = kUsualWidth;
  if (const auto histograms = HistogramsOf(table)) return RenderHistograms(table, *histograms, width);
  const std::optional<size_t> counts = CountsOf(table);
  if (!counts.has_value() || table.rows.empty()) return RenderTable(table, width);

  int label_width = 0;
  int count_width = DisplayWidth(table.columns[*counts].name);
  double most = 0;
  for (const std::vector<Cell>& row : table.rows) {
    if (row.size() <= *counts || LengthOf(row[*counts]).value_or(0) < 0) return RenderTable(table, width);
    label_width = std::max(label_width, DisplayWidth(LabelText(table, row, *counts)));
    count_width = std::max(count_width, DisplayWidth(CellText(row[*counts])));
    most = std::max(most, LengthOf(row[*counts]).value_or(0));
  }
  label_width = std::clamp(label_width, 1, std::max(8, width - count_width - kLeastBar - 4));
  const int bar_width = std::max(kLeastBar, width - label_width - count_width - 4);

  std::string out = Concat(PadRight("", label_width), "  ", PadLeft(table.columns[*counts].name, count_width), "\n");
  for (const std::vector<Cell>& row : table.rows) {
    const double length = LengthOf(row[*counts]).value_or(0);
    const int eighths = most > 0 ? static_cast<int>(std::lround(length / most * bar_width * 8)) : 0;
    const std::string count = IsMissing(row[*counts]) ? "-" : CellText(row[*counts]);
    std::string line = Concat(PadRight(Shortened(LabelText(table, row, *counts), label_width), label_width), "  ",
                              PadLeft(count, count_width), "  ", BarOf(length > 0 ? std::max(eighths, 1) : 0));
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  if (!table.total.empty()) {
    Append(out, PadRight("total", label_width), "  ", PadLeft(CellText(table.total[0]), count_width), "\n");
  }
  return out;
}

}  // namespace muster::shell
