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

}  // namespace muster::import
