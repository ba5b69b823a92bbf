#include <string>

#include "shell/output/format.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"

namespace muster::shell {
namespace {

std::string MarkdownText(const std::string& text) {
  std::string out;
  for (char c : Printable(text)) {
    if (c == '\n') {
      out += "<br>";
      continue;
    }
    if (c == '<') {
      out += "&lt;";
      continue;
    }
    if (c == '|' || c == '\\' || c == '*' || c == '_' || c == '`' || c == '[' || c == ']') out += '\\';
    out += c;
  }
  return out;
}

std::string MarkdownCell(const Table& table, const Cell& cell, ColumnType type) {
  if (IsMissing(cell)) return type == ColumnType::kText ? "(missing)" : "-";
  std::string text = CellText(cell);
  if (const std::string_view label = CellLabel(table, cell); !label.empty()) Append(text, " [", label, "]");
  return MarkdownText(text);
}

}  // namespace

std::string RenderMarkdown(const Table& table) {
  std::string out = "|";
  for (const Column& column : table.columns) Append(out, " ", MarkdownText(column.name), " |");
  out += "\n|";
  for (const Column& column : table.columns) out += column.type == ColumnType::kText ? " --- |" : " ---: |";
  out += "\n";
  for (const std::vector<Cell>& row : table.rows) {
    out += "|";
    for (size_t i = 0; i < row.size() && i < table.columns.size(); ++i) {
      Append(out, " ", MarkdownCell(table, row[i], table.columns[i].type), " |");
    }
    out += "\n";
  }
  if (!table.total.empty() && table.total.size() <= table.columns.size()) {
    const size_t first = table.columns.size() - table.total.size();
    out += "|";
    for (size_t i = 0; i < first; ++i) out += i == 0 ? " **total** |" : "  |";
    for (const Cell& cell : table.total) Append(out, " **", MarkdownCell(table, cell, ColumnType::kInteger), "** |");
    out += "\n";
  }
  return out;
}

}  // namespace muster::shell
