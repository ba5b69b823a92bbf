// Columns that say how exactly the dates of another column are known, and that no rule reads.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_BESIDE_PRECISE_DATES_H_
#define MUSTER_ENGINE_IMPORT_TABLE_BESIDE_PRECISE_DATES_H_

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

/// Whether a column called `name` says how exactly the dates of the column `date` are known: "birth_date_precision",
/// "dob_accuracy", "DEATH_DATE_IMPUTE", "Geburtsdatum_Genauigkeit", "dateOfDiagnosisFlag", ADaM's "ASTDTF".
bool SaysPrecisionOf(std::string_view name, std::string_view date);

/// Looks at the rows of a table, one after another.
class PreciseDates {
 public:
  /// `mapping` must outlive this. `of_file`: the tables that the file is.
  void Begin(const Mapping& mapping, size_t table, const std::vector<size_t>& of_file, const TableHeader& header);
  void Add(const CsvRow& row) {
    for (Watched& watched : watched_) Look(watched, row);
  }
  /// After the last row: columns whose cells differ beside dates. Answers alone, yes and no, are told elsewhere.
  void Report(const TableHeader& header, Reporter& reporter) const;

 private:
  struct Watched {
    size_t column = 0;
    size_t date = 0;
    uint64_t dates = 0;
    uint64_t cells = 0;  // beside a date
    bool answers = true;
    std::vector<std::string> words{};
  };
  void Look(Watched& watched, const CsvRow& row) const;

  const Mapping* mapping_ = nullptr;
  std::string table_;
  std::vector<Watched> watched_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_BESIDE_PRECISE_DATES_H_
