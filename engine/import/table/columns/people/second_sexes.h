// Columns of sexes that no rule reads: whether they say the same as the one that is read, of this or another table.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_PEOPLE_SECOND_SEXES_H_
#define MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_PEOPLE_SECOND_SEXES_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/import/mapping/mapping.h"
#include "engine/import/table/join/sexes_of_tables.h"
#include "engine/import/table/rows/csv_rows.h"
#include "engine/import/table/rows/table_header.h"

namespace muster::import {

/// Whether a column is one of people's sexes by its name.
bool IsNameOfSex(std::string_view name);

/// Looks at the rows of a table.
class SecondSexes {
 public:
  void Begin(const Mapping& mapping, size_t table, const TableHeader& header, SexesOfTables& sexes);
  void Add(const WordRules& words, const TableHeader& header, const CsvRow& row, std::string_view id,
           SexesOfTables& sexes) const;

 private:
  struct Column {
    size_t column = 0;
    bool read = false;  // by a rule
    size_t number = 0;  // in SexesOfTables
  };
  std::vector<Column> columns_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_PEOPLE_SECOND_SEXES_H_
