// Rows that have more or fewer cells than the header.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_ROWS_ROW_WIDTH_H_
#define MUSTER_ENGINE_IMPORT_TABLE_ROWS_ROW_WIDTH_H_

#include <algorithm>
#include <cstddef>
#include <string>

#include "engine/import/table/rows/csv_rows.h"

namespace muster::import {

/// Whether the row has as many cells as there are columns, ignoring empty cells at its end.
inline bool HasWidth(const CsvRow& row, size_t columns) {
  return row.cells.size() >= columns &&
         std::all_of(row.cells.begin() + static_cast<ptrdiff_t>(columns), row.cells.end(),
                     [](const std::string& cell) { return cell.empty(); });
}

/// "13,5" without quotes, if the last of the columns is empty: one cell too many, and two adjacent cells of digits, of
/// which the first is not that of `id`.
bool MayHavePartedNumber(const CsvRow& row, size_t columns, size_t id, char delimiter);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_ROWS_ROW_WIDTH_H_
