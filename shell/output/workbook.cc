#include "shell/output/workbook.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>

#include "shell/output/flat_table.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"

namespace muster::shell {
namespace {

constexpr size_t kMaxRows = 1'048'576;
constexpr size_t kMaxText = 32'767;  // characters of a cell
constexpr int kMaxColumnWidth = 60;
// Whole numbers beyond are not held exactly by a spreadsheet, which has doubles only.
constexpr int64_t kMaxExact = int64_t{1} << 53;

void WriteCell(lxw_worksheet* sheet, size_t row, size_t column, const Cell& cell, lxw_format* format) {
  const auto at_row = static_cast<lxw_row_t>(row);
  const auto at_column = static_cast<lxw_col_t>(column);
  const int64_t* integer = std::get_if<int64_t>(&cell);
  if (integer != nullptr && *integer >= -kMaxExact && *integer <= kMaxExact) {
    worksheet_write_number(sheet, at_row, at_column, static_cast<double>(*integer), format);
  } else if (const double* number = std::get_if<double>(&cell); number != nullptr && std::isfinite(*number)) {
    worksheet_write_number(sheet, at_row, at_column, *number, format);
  } else if (!IsMissing(cell)) {
    std::string text = Printable(CellText(cell));
    if (text.size() > kMaxText) {
      size_t end = kMaxText;
      while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
      text.resize(end);
    }
    worksheet_write_string(sheet, at_row, at_column, text.c_str(), format);
  }
}

void WriteAnswer(lxw_worksheet* sheet, const FlatTable& table, lxw_format* bold) {
  for (size_t column = 0; column < table.columns.size(); ++column) {
    WriteCell(sheet, 0, column, table.columns[column], bold);
    int width = DisplayWidth(table.columns[column]);
    for (const std::vector<Cell>& row : table.rows) {
      if (column < row.size()) width = std::max(width, DisplayWidth(CellText(row[column])));
    }
    const auto at = static_cast<lxw_col_t>(column);
    worksheet_set_column(sheet, at, at, std::min(width, kMaxColumnWidth) + 2, nullptr);
  }
  for (size_t row = 0; row < table.rows.size(); ++row) {
    const bool total = table.has_total && row + 1 == table.rows.size();
    for (size_t column = 0; column < table.rows[row].size(); ++column) {
      WriteCell(sheet, row + 1, column, table.rows[row][column], total ? bold : nullptr);
    }
  }
  worksheet_freeze_panes(sheet, 1, 0);
}

void WriteProvenance(lxw_worksheet* sheet, const std::vector<const Table*>& tables,
                     const std::vector<std::string>& remarks, lxw_format* bold) {
  const char* const names[] = {"answer", "statement", "catalogue version", "ontologies", "release",
                               "engine", "remarks"};
  for (size_t i = 0; i < std::size(names); ++i) WriteCell(sheet, 0, i, std::string(names[i]), bold);
  for (size_t i = 0; i < tables.size(); ++i) {
    const Provenance& from = tables[i]->provenance;
    std::string ontologies;
    for (const OntologyVersion& ontology : from.ontologies) {
      Append(ontologies, ontologies.empty() ? "" : ", ", ontology.id, " ", ontology.version);
    }
    const std::string version =
        from.epoch.empty() ? std::to_string(from.catalogue_version) : Concat("epoch ", from.epoch);
    const std::string fields[] = {Concat("Answer ", i + 1),
                                  from.statement,
                                  version,
                                  ontologies,
                                  from.release,
                                  from.engine,
                                  Concat(from.note, from.note.empty() || remarks[i].empty() ? "" : "; ", remarks[i])};
    for (size_t column = 0; column < std::size(fields); ++column) {
      WriteCell(sheet, i + 1, column, fields[column], nullptr);
    }
  }
  worksheet_set_column(sheet, 0, 0, 12, nullptr);
  worksheet_set_column(sheet, 1, 1, kMaxColumnWidth, nullptr);
  worksheet_set_column(sheet, 2, 6, 24, nullptr);
}

}  // namespace

std::string WriteWorkbook(const std::string& path, const std::vector<const Table*>& tables,
                          const std::vector<std::string>& remarks) {
  std::vector<FlatTable> flat;
  for (const Table* table : tables) {
    flat.push_back(Flatten(*table, {.labels = true, .totals = true}));
    if (flat.back().rows.size() + 1 > kMaxRows) {
      return Concat("a sheet has room for ", kMaxRows, " rows, and the answer has ", flat.back().rows.size() + 1);
    }
  }
  lxw_workbook* workbook = workbook_new(path.c_str());
  if (workbook == nullptr) return "there is not enough memory for the workbook";
  lxw_format* bold = workbook_add_format(workbook);
  format_set_bold(bold);
  for (size_t i = 0; i < flat.size(); ++i) {
    WriteAnswer(workbook_add_worksheet(workbook, Concat("Answer ", i + 1).c_str()), flat[i], bold);
  }
  WriteProvenance(workbook_add_worksheet(workbook, "Provenance"), tables, remarks, bold);
  const lxw_error error = workbook_close(workbook);  // writes the file and frees the workbook
  return error == LXW_NO_ERROR ? "" : Concat("cannot write ", path, ": ", lxw_strerror(error));
}

}  // namespace muster::shell
