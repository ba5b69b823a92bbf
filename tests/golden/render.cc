#include "tests/golden/render.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace muster::golden {
namespace {

std::string CellText(const Cell& cell, const Table& table) {
  if (const auto* integer = std::get_if<int64_t>(&cell)) return absl::StrCat(*integer);
  if (const auto* number = std::get_if<double>(&cell)) return absl::StrCat(*number);
  if (const auto* number = std::get_if<Number>(&cell)) {
    if (number->value) return absl::StrCat(number->kind == Number::Kind::kExact ? "" : "~", *number->value);
    return number->kind == Number::Kind::kSuppressed ? "few" : "withheld";
  }
  const auto* text = std::get_if<std::string>(&cell);
  if (text == nullptr) return "-";
  const auto label = table.labels.find(*text);
  return label == table.labels.end() ? *text : absl::StrCat(*text, " [", label->second, "]");
}

std::string TableText(const Table& table) {
  std::vector<size_t> shown;
  for (size_t i = 0; i < table.columns.size(); ++i) {
    // Times differ from run to run, and the catalogue's version with what other cases have saved before.
    const std::string& name = table.columns[i].name;
    if (name != "microseconds" && name != "catalogue version") shown.push_back(i);
  }
  std::vector<std::string> cells;
  for (const size_t i : shown) cells.push_back(table.columns[i].name);
  std::string out = absl::StrJoin(cells, " | ") + "\n";
  for (const std::vector<Cell>& row : table.rows) {
    cells.clear();
    for (const size_t i : shown) cells.push_back(CellText(row[i], table));
    out += absl::StrJoin(cells, " | ") + "\n";
  }
  if (!table.total.empty()) {
    cells.assign(table.columns.size() - table.total.size(), "");
    cells[0] = "total";
    for (const Cell& cell : table.total) cells.push_back(CellText(cell, table));
    out += absl::StrJoin(cells, " | ") + "\n";
  }
  return out;
}

}  // namespace

std::string Render(std::string_view text, const Answer& answer) {
  return absl::StrCat(answer.table ? TableText(*answer.table) : "", RenderDiagnostics(text, answer.diagnostics));
}

std::string Render(std::string_view text, const std::vector<Answer>& answers) {
  std::string out;
  for (const Answer& answer : answers) {
    const std::string one = Render(text, answer);
    if (!out.empty() && !one.empty()) out += "\n";
    out += one;
  }
  return out;
}

}  // namespace muster::golden
