// Columns that say who is a control, beside codes of diseases that these people have all the same.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_PEOPLE_CONTROL_COLUMNS_H_
#define MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_PEOPLE_CONTROL_COLUMNS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/import/mapping/mapping.h"
#include "engine/import/record/reporter.h"
#include "engine/import/table/rows/csv_rows.h"
#include "engine/import/table/rows/table_header.h"

namespace muster::import {

/// Whether some of the words of a column called `name` say that the person has nothing: "healthy", "HC", and "control"
/// beside "case" or under a name such as "case_control". (The control arm of a trial has the disease as well.) Returns
/// that word, or "".
std::string WordOfControls(std::string_view name, const std::vector<std::string>& words);

/// Looks at the rows of a table that have a code of a disease, and at columns that no rule reads.
class ControlColumns {
 public:
  void Begin(const Mapping& mapping, size_t table, const TableHeader& header);
  void Add(const WordRules& words, const CsvRow& row);
  /// After the last row.
  void Report(std::string_view table, const TableHeader& header, Reporter& reporter) const;

 private:
  struct Column {
    size_t column = 0;
    std::vector<std::string> words;  // different ones, in rows with a code
    std::vector<uint64_t> times;     // of each
  };
  std::vector<size_t> codes_;  // columns with terms of diseases
  std::vector<Column> columns_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_PEOPLE_CONTROL_COLUMNS_H_
