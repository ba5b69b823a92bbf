// Rows that are counted as individuals, and may be none: labels or units below the header, a word below the table.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_ROWS_LABEL_ROWS_H_
#define MUSTER_ENGINE_IMPORT_TABLE_ROWS_LABEL_ROWS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/import/record/reporter.h"
#include "engine/import/table/rows/csv_rows.h"

namespace muster::import {

/// Looks at the rows of a table, one after another.
class LabelRows {
 public:
  /// A row with this id column, which is number `record` of the file.
  void Add(const CsvRow& row, size_t id, uint64_t record);
  /// `names`: the header.
  void Report(const std::string& table, const std::vector<std::string>& names, Reporter& reporter) const;

 private:
  static constexpr size_t kMostFirst = 2;   // a line of labels, and one of units
  static constexpr size_t kMostAlone = 20;  // words in place of an id

  struct Row {
    uint64_t record = 0;
    uint64_t line = 0;
    std::vector<std::string> cells;  // of words alone, the id only
  };
  // Of a column, behind the first rows.
  struct Column {
    uint64_t numbers = 0;  // cells that begin as numbers and dates do
    uint64_t others = 0;
  };
  bool IsOfLabels(const Row& row) const;

  size_t id_ = 0;
  uint64_t rows_ = 0;
  uint64_t ids_with_digits_ = 0;
  std::vector<Row> first_;
  std::vector<Row> alone_;
  std::vector<Column> columns_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_ROWS_LABEL_ROWS_H_
