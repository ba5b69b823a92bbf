// Rows that have more or fewer cells than the header.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_ROWS_ROW_WIDTH_H_
#define MUSTER_ENGINE_IMPORT_TABLE_ROWS_ROW_WIDTH_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

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

/// Rows with one cell too many, the last of which is empty, where other rows have an empty one in the last column: a
/// separator in a text may have moved all cells behind it by one, "seen, no complaints,metformin,oral,". (Files in
/// which all rows have a separator at their end are as they are.)
class ShiftedRows {
 public:
  struct Place {
    uint64_t record = 0;
    uint64_t line = 0;
    std::string last;  // what stands in the last column
  };
  /// A row that HasWidth, of number `record`.
  void Add(const CsvRow& row, size_t columns, uint64_t record);
  /// Of the whole file, in its order, as many as are remembered.
  const std::vector<Place>& Places() const;

 private:
  static constexpr size_t kMost = 10'000;

  bool last_is_empty_ = false;  // in a row with as many cells as there are columns
  std::vector<Place> longer_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_ROWS_ROW_WIDTH_H_
