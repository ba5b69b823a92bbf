// The columns of a table with sexes, and letters in them that may mean either sex.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_PEOPLE_SEX_COLUMNS_H_
#define MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_PEOPLE_SEX_COLUMNS_H_

#include <cstddef>
#include <utility>
#include <vector>

#include "engine/import/mapping/mapping.h"
#include "engine/import/record/reporter.h"
#include "engine/import/table/columns/people/sex_letters.h"
#include "engine/import/table/join/table_join.h"
#include "engine/import/table/rows/csv_rows.h"
#include "engine/import/table/rows/table_header.h"

namespace muster::import {

class SexColumns {
 public:
  /// The columns of table number `table`, with this `header`, for which the mapping does not define the words.
  void Find(const Mapping& mapping, size_t table, const TableHeader& header);
  /// A row of an individual.
  void Add(const CsvRow& row) {
    for (auto& [column, letters] : columns_) letters.Add(row.cells[column]);
  }
  /// After the last row: reports ambiguous letters, and passes them to `join`.
  void Doubt(const Mapping& mapping, size_t table, const TableHeader& header, TableJoin& join, Reporter& reporter);

 private:
  std::vector<std::pair<size_t, SexLetters>> columns_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_PEOPLE_SEX_COLUMNS_H_
