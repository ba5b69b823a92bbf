#include "shell/report/html.h"

#include "shell/output/format.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"
#include "shell/terminal/human.h"

namespace muster::shell {
namespace {

std::string HtmlRow(const Table& table, const std::vector<Cell>& row, size_t first, std::string_view tag) {
  std::string out = "<tr>";
  for (size_t column = 0; column < table.columns.size(); ++column) {
    const bool number = table.columns[column].type != ColumnType::kText;
    const bool there = column >= first && column - first < row.size();
    const std::string text = there ? ReportCell(table, column, row[column - first]) : column == 0 ? "total" : "";
    Append(out, "<", tag, number ? " class=\"number\">" : ">", EscapeHtml(text), "</", tag, ">");
  }
  return out + "</tr>\n";
}

}  // namespace

std::string EscapeHtml(std::string_view text) {
  std::string out;
  for (const char c : Printable(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string ReportCell(const Table& table, size_t column, const Cell& cell) {
  if (IsMissing(cell)) {
    return column < table.columns.size() && table.columns[column].role == ColumnRole::kKey ? "not recorded" : "";
  }
  if (const int64_t* integer = std::get_if<int64_t>(&cell)) {
    if (*integer >= 0) return Grouped(static_cast<uint64_t>(*integer));
    return Concat("-", Grouped(0 - static_cast<uint64_t>(*integer)));
  }
  const std::string_view label = CellLabel(table, cell);
  return label.empty() ? CellText(cell) : Concat(CellText(cell), " ", label);
}

std::string HtmlTable(const Table& table) {
  std::string out = "<table>\n<thead><tr>";
  for (const Column& column : table.columns) {
    Append(out, column.type != ColumnType::kText ? "<th class=\"number\">" : "<th>", EscapeHtml(column.name), "</th>");
  }
  out += "</tr></thead>\n<tbody>\n";
  for (const std::vector<Cell>& row : table.rows) out += HtmlRow(table, row, 0, "td");
  out += "</tbody>\n";
  if (!table.total.empty() && table.total.size() <= table.columns.size()) {
    Append(out, "<tfoot>", HtmlRow(table, table.total, table.columns.size() - table.total.size(), "td"), "</tfoot>\n");
  }
  return out + "</table>\n";
}

}  // namespace muster::shell
