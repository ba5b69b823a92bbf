#include <algorithm>
#include <string>
#include <vector>

#include "shell/output/format.h"
#include "shell/terminal/display_width.h"
#include "shell/terminal/wrap_words.h"

namespace muster::shell {
namespace {

constexpr std::string_view kGap = "  ";
constexpr std::string_view kMissing = "(missing)";
constexpr std::string_view kMissingNumber = "-";
/// No column of texts is made narrower than this.
constexpr int kNarrowest = 12;
/// A label is there to recognise a code by; a whole sentence would push the numbers off the screen.
constexpr int kMaxLabelWidth = 48;

using Lines = std::vector<std::string>;

/// A cell is one line, except for a text with newlines in it.
Lines CellLines(const Table& table, const Cell& cell, ColumnType type) {
  if (IsMissing(cell)) return {std::string(type == ColumnType::kText ? kMissing : kMissingNumber)};
  const std::string text = Printable(CellText(cell));
  Lines lines;
  size_t begin = 0;
  for (size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  lines.push_back(text.substr(begin));
  if (std::string label = Printable(CellLabel(table, cell)); !label.empty()) {
    std::replace(label.begin(), label.end(), '\n', ' ');
    lines.back() += " [" + Shortened(label, kMaxLabelWidth) + "]";
  }
  return lines;
}

bool AlignsRight(const Column& column) { return column.type != ColumnType::kText; }

void AppendRow(const std::vector<Lines>& row, const std::vector<Column>& columns, const std::vector<int>& widths,
               std::string& out) {
  size_t height = 0;
  for (const Lines& lines : row) height = std::max(height, lines.size());
  for (size_t line = 0; line < height; ++line) {
    std::string text;
    for (size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += kGap;
      const std::string cell = line < row[i].size() ? row[i][line] : "";
      text += AlignsRight(columns[i]) ? PadLeft(cell, widths[i]) : PadRight(cell, widths[i]);
    }
    text.erase(text.find_last_not_of(' ') + 1);
    out += text + "\n";
  }
}

std::vector<int> WidthsOf(const std::vector<std::vector<Lines>>& rows, size_t columns) {
  std::vector<int> widths(columns, 0);
  for (const std::vector<Lines>& row : rows) {
    for (size_t i = 0; i < columns; ++i) {
      for (const std::string& line : row[i]) widths[i] = std::max(widths[i], DisplayWidth(line));
    }
  }
  return widths;
}

int TotalWidth(const std::vector<int>& widths) {
  int total = 0;
  for (const int width : widths) total += width + static_cast<int>(kGap.size());
  return total - static_cast<int>(kGap.size());
}

/// The widest columns of texts get narrower until all fit, or none can give any more.
std::vector<int> FittedWidths(const std::vector<Column>& columns, std::vector<int> widths, int width) {
  for (int missing = TotalWidth(widths) - width; missing > 0; --missing) {
    size_t widest = columns.size();
    for (size_t i = 0; i < columns.size(); ++i) {
      if (AlignsRight(columns[i]) || widths[i] <= kNarrowest) continue;
      if (widest == columns.size() || widths[i] > widths[widest]) widest = i;
    }
    if (widest == columns.size()) break;
    --widths[widest];
  }
  return widths;
}

void WrapTo(const std::vector<int>& widths, std::vector<std::vector<Lines>>* rows) {
  for (std::vector<Lines>& row : *rows) {
    for (size_t i = 0; i < row.size(); ++i) {
      Lines wrapped;
      for (const std::string& line : row[i]) {
        for (std::string& piece : WrapIndented(line, widths[i])) wrapped.push_back(std::move(piece));
      }
      row[i] = std::move(wrapped);
    }
  }
}

}  // namespace

std::string RenderTable(const Table& table, int width) {
  const size_t columns = table.columns.size();
  std::vector<std::vector<Lines>> rows;
  rows.reserve(table.rows.size() + 2);
  std::vector<Lines> header;
  for (const Column& column : table.columns) header.push_back({Printable(column.name)});
  rows.push_back(std::move(header));
  for (const std::vector<Cell>& cells : table.rows) {
    std::vector<Lines> row;
    for (size_t i = 0; i < columns; ++i)
      row.push_back(i < cells.size() ? CellLines(table, cells[i], table.columns[i].type) : Lines{""});
    rows.push_back(std::move(row));
  }
  const bool has_total = !table.total.empty() && table.total.size() <= columns;
  if (has_total) {
    std::vector<Lines> row(columns, Lines{""});
    const size_t first = columns - table.total.size();
    if (first > 0) row[0] = {"total"};
    for (size_t i = 0; i < table.total.size(); ++i)
      row[first + i] = CellLines(table, table.total[i], ColumnType::kInteger);
    rows.push_back(std::move(row));
  }

  std::vector<int> widths = WidthsOf(rows, columns);
  if (width > 0 && TotalWidth(widths) > width) {
    WrapTo(FittedWidths(table.columns, widths, width), &rows);
    widths = WidthsOf(rows, columns);
  }
  std::vector<Lines> rule;
  for (const int columns_wide : widths) rule.push_back({std::string(static_cast<size_t>(columns_wide), '-')});

  std::string out;
  for (size_t i = 0; i < rows.size(); ++i) {
    if (i == 1 || (has_total && i + 1 == rows.size() && i > 1)) AppendRow(rule, table.columns, widths, out);
    AppendRow(rows[i], table.columns, widths, out);
  }
  if (rows.size() == 1) AppendRow(rule, table.columns, widths, out);
  return out;
}

}  // namespace muster::shell
