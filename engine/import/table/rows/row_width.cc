#include "engine/import/table/rows/row_width.h"

namespace muster::import {

bool MayHavePartedNumber(const CsvRow& row, size_t columns, size_t id, char delimiter) {
  if (delimiter != ',' || row.cells.size() <= columns) return false;
  const auto is_number = [](const std::string& cell) {
    return !cell.empty() && cell.find_first_not_of("0123456789", cell[0] == '-' ? 1 : 0) == cell.npos;
  };
  for (size_t i = 1; i < columns; ++i) {
    if (is_number(row.cells[i - 1]) && is_number(row.cells[i]) && i - 1 != id) return true;
  }
  return false;
}

void ShiftedRows::Add(const CsvRow& row, size_t columns, uint64_t record) {
  if (columns < 2) return;
  const bool empty = row.cells[columns - 1].empty();
  if (row.cells.size() == columns) {
    last_is_empty_ = last_is_empty_ || empty;
  } else if (row.cells.size() == columns + 1 && !empty && longer_.size() < kMost) {
    longer_.push_back({record, row.line, row.cells[columns - 1].substr(0, 120)});
  }
}

const std::vector<ShiftedRows::Place>& ShiftedRows::Places() const {
  static const std::vector<Place>& none = *new std::vector<Place>();
  return last_is_empty_ ? longer_ : none;
}

}  // namespace muster::import
