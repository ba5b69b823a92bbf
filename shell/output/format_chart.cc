#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "shell/output/format.h"
#include "shell/output/table_parts.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"
#include "shell/terminal/wrap_words.h"

namespace muster::shell {
namespace {

constexpr int kUsualWidth = 80;
constexpr int kLeastBar = 10;

/// A bar of `eighths` eighths of a column: full blocks, then a block that is partly filled from the left.
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
    std::string heading = Concat(Printable(CellText(row[0])), unit.empty() ? "" : ", ", Printable(unit), ": ");
    if (least == nullptr || greatest == nullptr || IsMissing(row[histograms])) {
      out += heading + "no values\n";
      continue;
    }
    for (const char* name : {"median", "mean"}) {
      if (number(name) != nullptr) Append(heading, name, " ", FewDigits(*number(name)), ", ");
    }
    Append(heading, CellText(row[ColumnNamed(table, "values")]), " values");
    for (const std::string& line : WrapIndented(heading, width)) out += line + "\n";
    out += RenderChart(BandsOf(table, row), width);
  }
  return out;
}

/// A line of a chart: a bar, or what the bars below it are of.
struct Line {
  std::string label;
  const Cell* cell = nullptr;
};

/// Bars of each row; of a row with several numbers one below the other, under what they are of.
std::vector<Line> LinesOf(const Table& table, const std::vector<size_t>& drawn) {
  const size_t first = drawn.front();
  const bool grouped = drawn.size() > 1;
  std::vector<Line> lines;
  const auto add = [&](std::string label, const Cell* cells) {
    const std::string indent = label.empty() ? "" : "  ";
    if (!grouped || !label.empty()) lines.push_back({std::move(label), grouped ? nullptr : cells});
    if (!grouped) return;
    for (const size_t column : drawn) {
      lines.push_back({indent + Printable(table.columns[column].name), cells + (column - first)});
    }
  };
  for (const std::vector<Cell>& row : table.rows) add(LabelText(table, row, first), &row[first]);
  if (!table.total.empty()) add("total", table.total.data());
  return lines;
}

/// Whether all rows, and the total, have numbers that a bar can be as long as.
bool CanBeDrawn(const Table& table, const std::vector<size_t>& drawn) {
  const auto has = [&](const std::vector<Cell>& cells, size_t first) {
    return cells.size() > first + (drawn.back() - drawn.front()) &&
           std::all_of(drawn.begin(), drawn.end(), [&](size_t column) {
             return LengthOf(cells[first + (column - drawn.front())]).value_or(0) >= 0;
           });
  };
  return (table.total.empty() || has(table.total, 0)) &&
         std::all_of(table.rows.begin(), table.rows.end(), [&](const auto& row) { return has(row, drawn.front()); });
}

}  // namespace

std::string RenderChart(const Table& table, int width) {
  if (width <= 0) width = kUsualWidth;
  if (const auto histograms = HistogramsOf(table)) return RenderHistograms(table, *histograms, width);
  const std::vector<size_t> drawn = DrawnColumns(table);
  const bool grouped = drawn.size() > 1;
  if (drawn.empty() || (KeysOf(table) == 0 && !grouped) || table.rows.empty() || !CanBeDrawn(table, drawn)) {
    return RenderTable(table, width);
  }
  const std::vector<Line> lines = LinesOf(table, drawn);
  const size_t total = table.total.empty() ? 0 : grouped ? drawn.size() + 1 : 1;
  const std::string head = grouped ? "" : Printable(table.columns[drawn.front()].name);
  int label_width = 1;
  int count_width = DisplayWidth(head);
  double most = 0;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].cell == nullptr) continue;
    label_width = std::max(label_width, DisplayWidth(lines[i].label));
    count_width = std::max(count_width, DisplayWidth(CellText(*lines[i].cell)));
    // The total is not compared.
    if (i + total < lines.size()) most = std::max(most, LengthOf(*lines[i].cell).value_or(0));
  }
  label_width = std::min(label_width, std::max(8, width - count_width - kLeastBar - 4));
  const int bar_width = std::max(kLeastBar, width - label_width - count_width - 4);

  std::string out;
  if (!grouped) out = Concat(PadRight("", label_width), "  ", PadLeft(head, count_width), "\n");
  for (size_t i = 0; i < lines.size(); ++i) {
    const auto& [label, cell] = lines[i];
    if (cell == nullptr) {
      Append(out, Shortened(label, width), "\n");
      continue;
    }
    const double length = i + total < lines.size() ? LengthOf(*cell).value_or(0) : 0;
    const int eighths = most > 0 ? static_cast<int>(std::lround(length / most * bar_width * 8)) : 0;
    const std::string count = IsMissing(*cell) ? "-" : CellText(*cell);
    std::string line = Concat(PadRight(Shortened(label, label_width), label_width), "  ", PadLeft(count, count_width),
                              "  ", BarOf(length > 0 ? std::max(eighths, 1) : 0));
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  return out;
}

}  // namespace muster::shell
