// Columns with the times of features, diseases, treatments and the like, in which a word may say that there was none.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_TIME_COLUMNS_H_
#define MUSTER_ENGINE_IMPORT_TABLE_TIME_COLUMNS_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/import/mapping/mapping.h"
#include "engine/import/table/rows/table_header.h"

namespace muster::import {

class TimeColumns {
 public:
  /// Finds them in table number `table` of `mapping`. A column that a "when" looks at is none: there a word may be
  /// taken for a value.
  void Find(const Mapping& mapping, size_t table, const TableHeader& header);
  /// Whether `cell` of column number `column`, which is written as none of its dates and ages, is a word that the rule
  /// understands: "refused" in place of the date of a treatment.
  bool IsDenied(size_t column, std::string_view cell) const;

 private:
  struct Column {
    size_t column = 0;
    model::FieldId field = 0;
  };
  std::vector<Column> columns_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_TIME_COLUMNS_H_
