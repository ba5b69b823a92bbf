#include "shell/report/summary_part.h"

#include <algorithm>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "shell/output/format.h"
#include "shell/output/table_parts.h"
#include "shell/report/bars_svg.h"
#include "shell/report/html.h"
#include "shell/terminal/concat.h"

namespace muster::shell {
namespace {

constexpr size_t kMaxFields = 3;  // side by side on paper

std::string NameOfField(const std::vector<Cell>& row) {
  const std::string unit = IsMissing(row[1]) ? "" : CellText(row[1]);
  return Concat(CellText(row[0]), unit.empty() ? "" : ", ", unit);
}

std::string TextOf(const Table& table, size_t column, const Cell& cell) {
  const double* number = std::get_if<double>(&cell);
  return number == nullptr ? ReportCell(table, column, cell) : FewDigits(*number);
}

/// The numbers of the fields in rows `begin` to `end`: a line for each, a column for each field.
std::string Numbers(const Table& table, size_t histograms, size_t begin, size_t end) {
  std::string out = "<table>\n<thead><tr><th></th>";
  for (size_t row = begin; row < end; ++row) {
    Append(out, "<th class=\"field\">", EscapeHtml(NameOfField(table.rows[row])), "</th>");
  }
  out += "</tr></thead>\n<tbody>\n";
  for (size_t column = 2; column < table.columns.size(); ++column) {
    if (column == histograms || IsOfHistogram(table.columns[column])) continue;
    Append(out, "<tr><td class=\"name\">", EscapeHtml(table.columns[column].name), "</td>");
    for (size_t row = begin; row < end; ++row) {
      const std::vector<Cell>& cells = table.rows[row];
      Append(out, "<td class=\"number\">",
             column < cells.size() ? EscapeHtml(TextOf(table, column, cells[column])) : "", "</td>");
    }
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table>\n";
}

}  // namespace

std::string SummaryPart(const Table& table) {
  const std::optional<size_t> histograms = HistogramsOf(table);
  if (!histograms.has_value()) return "";
  std::string out;
  for (const std::vector<Cell>& row : table.rows) {
    const std::string bars = BarsSvg(BandsOf(table, row));
    if (!bars.empty()) Append(out, "<h4>", EscapeHtml(NameOfField(row)), ": values</h4>\n", bars);
  }
  for (size_t begin = 0; begin < table.rows.size(); begin += kMaxFields) {
    out += Numbers(table, *histograms, begin, std::min(begin + kMaxFields, table.rows.size()));
  }
  return out;
}

}  // namespace muster::shell
