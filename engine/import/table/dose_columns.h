// Columns of doses that no rule reads, and that say of some treatments that nothing was given: 0.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_DOSE_COLUMNS_H_
#define MUSTER_ENGINE_IMPORT_TABLE_DOSE_COLUMNS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/import/mapping/mapping.h"
#include "engine/import/record/reporter.h"
#include "engine/import/table/rows/csv_rows.h"
#include "engine/import/table/rows/table_header.h"

namespace muster::import {

/// Whether a column is one of doses by its name: "dose_mg", "EXDOSE", "Dosierung", "dispensed_qty".
bool IsNameOfDose(std::string_view name);

/// Looks at the rows of a table of which rules make treatments.
class DoseColumns {
 public:
  void Begin(const Mapping& mapping, size_t table, const TableHeader& header);
  void Add(const WordRules& words, const CsvRow& row);
  /// After the last row: columns with a 0 in some of the rows that are treatments, and not in all.
  void Report(std::string_view table, const TableHeader& header, Reporter& reporter) const;

 private:
  // A rule that makes a treatment of a row.
  struct Rule {
    size_t agent = kNoColumn;  // of the drug; kNoColumn: it is a constant
    size_t status = kNoColumn;
    std::vector<std::pair<size_t, const std::vector<std::string>*>> when;  // columns; without texts it is a tick
  };
  struct Column {
    size_t column = 0;
    uint64_t zeros = 0;
    uint64_t others = 0;
    bool answers = true;  // yes and no, or 1 and 0: it asks something
  };
  static bool Makes(const WordRules& words, const Rule& rule, const CsvRow& row);

  std::vector<Rule> rules_;
  std::vector<Column> columns_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_DOSE_COLUMNS_H_
