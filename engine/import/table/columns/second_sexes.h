// A column of sexes that no rule reads: where another table's is read, whether the two say the same.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_SECOND_SEXES_H_
#define MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_SECOND_SEXES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "containers/hash_table.h"
#include "engine/import/mapping/mapping.h"
#include "engine/import/record/reporter.h"
#include "engine/import/table/csv_rows.h"
#include "engine/import/table/table_header.h"

namespace muster::import {

/// Of an import: the sexes of its tables that rules read, by the hash of the individual's id. Female is true.
using SexesRead = HashMap<size_t, bool>;

/// Whether a column is one of people's sexes by its name.
bool IsNameOfSex(std::string_view name);

/// Looks at the rows of a table. Tables that rules read sexes of come first in an import.
class SecondSexes {
 public:
  void Begin(const Mapping& mapping, size_t table, const TableHeader& header);
  void Add(const WordRules& words, const TableHeader& header, const CsvRow& row, std::string_view id, SexesRead& read);
  /// After the last row.
  void Report(std::string_view table, const TableHeader& header, Reporter& reporter) const;

 private:
  struct Column {
    size_t column = 0;
    bool read = false;    // by a rule
    uint64_t sexes = 0;   // cells that are female or male
    uint64_t differ = 0;  // from the sex that is read
    std::string example;  // of those, the first individual, and the cell
    std::string cell;
  };
  std::vector<Column> columns_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_SECOND_SEXES_H_
