#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shell/output/format.h"
#include "shell/terminal/display_width.h"
#include "shell/terminal/wrap_words.h"

namespace muster::shell {
namespace {

constexpr std::string_view kGap = "  ", kNarrowGap = " ";
constexpr std::string_view kMissing = "(missing)";
constexpr std::string_view kMissingNumber = "-";
/// No column of texts is made narrower than this, or where numbers still lack the room, than the second.
constexpr int kNarrowest = 12, kNarrowestOfAll = 8;
/// Labels only identify codes; a whole sentence would push the numbers off the screen.
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

/// The widths of the columns and the separators between them.
struct TableLayout {
  std::vector<int> widths;
  std::string_view gap = kGap;
};

void AppendRow(const std::vector<Lines>& row, const std::vector<Column>& columns, const TableLayout& layout,
               std::string& out) {
  size_t height = 0;
  for (const Lines& lines : row) height = std::max(height, lines.size());
  for (size_t line = 0; line < height; ++line) {
    std::string text;
    for (size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += layout.gap;
      const std::string cell = line < row[i].size() ? row[i][line] : "";
      text += AlignsRight(columns[i]) ? PadLeft(cell, layout.widths[i]) : PadRight(cell, layout.widths[i]);
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

int TotalWidth(const TableLayout& layout) {
  const int gap = static_cast<int>(layout.gap.size());
  return std::accumulate(layout.widths.begin(), layout.widths.end(),
                         gap * (static_cast<int>(layout.widths.size()) - 1));
}

/// Narrows the widest column by one until all fit in `width`, or all have their minimum width.
void Narrow(const std::vector<int>& least, int width, TableLayout* layout) {
  std::vector<int>& widths = layout->widths;
  for (int missing = TotalWidth(*layout) - width; missing > 0; --missing) {
    size_t widest = widths.size();
    for (size_t i = 0; i < widths.size(); ++i) {
      if (widths[i] <= least[i]) continue;
      if (widest == widths.size() || widths[i] > widths[widest]) widest = i;
    }
    if (widest == widths.size()) return;
    --widths[widest];
  }
}

/// The minimum width of a column of numbers whose heading is wrapped: no word and no number is broken.
int WidthOfNumbers(const std::vector<std::vector<Lines>>& rows, size_t column) {
  int width = 0;
  for (size_t row = 1; row < rows.size(); ++row) {
    for (const std::string& line : rows[row][column]) width = std::max(width, DisplayWidth(line));
  }
  const std::string& heading = rows[0][column][0];
  for (size_t begin = 0; begin < heading.size();) {
    const size_t end = std::min(heading.find(' ', begin), heading.size());
    width = std::max(width, DisplayWidth(heading.substr(begin, end - begin)));
    begin = end + 1;
  }
  return width;
}

/// Columns of texts get narrower first, then the headings of numbers, then what is between the columns.
TableLayout Fitted(const std::vector<Column>& columns, const std::vector<std::vector<Lines>>& rows,
                   const std::vector<int>& widths, int width) {
  std::vector<int> texts = widths, headings = widths, all = widths;
  for (size_t i = 0; i < columns.size(); ++i) {
    if (AlignsRight(columns[i])) {
      headings[i] = all[i] = WidthOfNumbers(rows, i);
    } else {
      texts[i] = headings[i] = std::min(widths[i], kNarrowest);
      all[i] = std::min(widths[i], kNarrowestOfAll);
    }
  }
  TableLayout layout{widths};
  for (const std::string_view gap : {kGap, kNarrowGap}) {
    layout = {widths, gap};
    for (const std::vector<int>* least : {&texts, &headings}) Narrow(*least, width, &layout);
    if (TotalWidth(layout) <= width) return layout;
  }
  Narrow(all, width, &layout);
  return layout;
}

/// Lines after the first stand deeper, where that breaks no word.
std::vector<std::string> Wrapped(const std::string& line, int width) {
  constexpr int kDeeper = 2;
  for (size_t begin = 0; begin < line.size();) {
    const size_t end = std::min(line.find(' ', begin), line.size());
    const int word = DisplayWidth(line.substr(begin, end - begin));
    if (word > width - kDeeper && word <= width) return WrapWords(line, width);
    begin = end + 1;
  }
  return WrapIndented(line, width);
}

void WrapTo(const std::vector<int>& widths, std::vector<std::vector<Lines>>* rows) {
  for (std::vector<Lines>& row : *rows) {
    const bool heading = &row == &rows->front();
    for (size_t i = 0; i < row.size(); ++i) {
      Lines wrapped;
      for (const std::string& line : row[i]) {
        for (std::string& piece : heading ? WrapWords(line, widths[i]) : Wrapped(line, widths[i])) {
          wrapped.push_back(std::move(piece));
        }
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

  TableLayout layout{WidthsOf(rows, columns)};
  if (width > 0 && TotalWidth(layout) > width) {
    layout = Fitted(table.columns, rows, layout.widths, width);
    WrapTo(layout.widths, &rows);
    layout.widths = WidthsOf(rows, columns);
  }
  std::vector<Lines> rule;
  for (const int columns_wide : layout.widths) rule.push_back({std::string(static_cast<size_t>(columns_wide), '-')});

  std::string out;
  for (size_t i = 0; i < rows.size(); ++i) {
    if (i == 1 || (has_total && i + 1 == rows.size() && i > 1)) AppendRow(rule, table.columns, layout, out);
    AppendRow(rows[i], table.columns, layout, out);
  }
  if (rows.size() == 1) AppendRow(rule, table.columns, layout, out);
  return out;
}

}  // namespace muster::shell
