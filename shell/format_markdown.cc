#include <string>

#include "shell/display_width.h"
#include "shell/format.h"

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

std::string MarkdownCell(const Cell& cell) { return IsMissing(cell) ? "(missing)" : MarkdownText(CellText(cell)); }

}  // namespace

std::string RenderMarkdown(const Table& table) {
  std::string out = "|";
  for (const Column& column : table.columns) out += " " + MarkdownText(column.name) + " |";
  out += "\n|";
  for (const Column& column : table.columns) out += column.type == ColumnType::kText ? " --- |" : " ---: |";
  out += "\n";
  for (const std::vector<Cell>& row : table.rows) {
    out += "|";
    for (const Cell& cell : row) out += " " + MarkdownCell(cell) + " |";
    out += "\n";
  }
  if (!table.total.empty() && table.total.size() <= table.columns.size()) {
    const size_t first = table.columns.size() - table.total.size();
    out += "|";
    for (size_t i = 0; i < first; ++i) out += i == 0 ? " **total** |" : "  |";
    for (const Cell& cell : table.total) out += " **" + MarkdownCell(cell) + "** |";
    out += "\n";
  }
  return out;
}

}  // namespace muster::shell
