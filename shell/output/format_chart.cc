#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "shell/output/format.h"
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

std::string LabelText(const Table& table, const std::vector<Cell>& row, size_t dimensions) {
  std::string label;
  for (size_t i = 0; i < dimensions && i < row.size(); ++i) {
    Append(label, i > 0 ? ", " : "", IsMissing(row[i]) ? "(missing)" : Printable(CellText(row[i])));
    if (const std::string_view name = CellLabel(table, row[i]); !name.empty()) Append(label, " ", Printable(name));
  }
  std::replace(label.begin(), label.end(), '\n', ' ');
  return label;
}

}  // namespace

std::string RenderChart(const Table& table, int width) {
  if (width <= 0) width = kUsualWidth;
  size_t dimensions = 0;
  while (dimensions < table.columns.size() && table.columns[dimensions].type == ColumnType::kText) ++dimensions;
  if (dimensions == 0 || dimensions == table.columns.size() || table.rows.empty()) return RenderTable(table, width);

  int label_width = 0;
  int count_width = DisplayWidth(table.columns[dimensions].name);
  double most = 0;
  for (const std::vector<Cell>& row : table.rows) {
    if (row.size() <= dimensions || LengthOf(row[dimensions]).value_or(0) < 0) return RenderTable(table, width);
    label_width = std::max(label_width, DisplayWidth(LabelText(table, row, dimensions)));
    count_width = std::max(count_width, DisplayWidth(CellText(row[dimensions])));
    most = std::max(most, LengthOf(row[dimensions]).value_or(0));
  }
  label_width = std::clamp(label_width, 1, std::max(8, width - count_width - kLeastBar - 4));
  const int bar_width = std::max(kLeastBar, width - label_width - count_width - 4);

  std::string out = Concat(PadRight("", label_width), "  ", PadLeft(table.columns[dimensions].name, count_width), "\n");
  for (const std::vector<Cell>& row : table.rows) {
    const double length = LengthOf(row[dimensions]).value_or(0);
    const int eighths = most > 0 ? static_cast<int>(std::lround(length / most * bar_width * 8)) : 0;
    const std::string count = IsMissing(row[dimensions]) ? "-" : CellText(row[dimensions]);
    std::string line = Concat(PadRight(Shortened(LabelText(table, row, dimensions), label_width), label_width), "  ",
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
