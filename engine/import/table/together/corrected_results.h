// Corrected results that stand beside the original ones of the same person, assay and time: both count.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_TOGETHER_CORRECTED_RESULTS_H_
#define MUSTER_ENGINE_IMPORT_TABLE_TOGETHER_CORRECTED_RESULTS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "containers/hash_table.h"
#include "engine/import/mapping/mapping.h"
#include "engine/import/record/reporter.h"
#include "engine/import/table/rows/csv_rows.h"
#include "engine/import/table/rows/table_header.h"

namespace muster::import {

/// Looks at the rows of a table with results, one after another: at a column of their status that no rule reads, by the
/// letters of HL7's table 0085 (OBX-11) or by words.
class CorrectedResults {
 public:
  /// `mapping` must outlive this.
  void Begin(const Mapping& mapping, size_t table, const TableHeader& header);
  /// A row of the individual `person`.
  void Add(const CsvRow& row, std::string_view person) {
    if (status_ != kNoColumn) Compare(row, person);
  }
  /// After the last row.
  void Report(std::string_view table, const TableHeader& header, Reporter& reporter) const;

 private:
  struct Rows {
    bool original = false;
    uint32_t corrected = 0;
  };
  void Compare(const CsvRow& row, std::string_view person);

  size_t status_ = kNoColumn;
  std::vector<size_t> columns_;  // of the assay and the time
  bool letters_ = true;          // whether all that was there is a status of a result
  bool final_ = false;           // whether there is an F, without which C may be anything
  std::string word_;             // for a correction, as it is written
  uint64_t corrected_ = 0;       // beside an original
  HashMap<size_t, Rows> rows_;   // by the hash of person, assay and time
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_TOGETHER_CORRECTED_RESULTS_H_
