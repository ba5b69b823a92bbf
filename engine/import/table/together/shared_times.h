// Times that many rows share: the end of a study in place of an onset, the day on which a register was moved.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_TOGETHER_SHARED_TIMES_H_
#define MUSTER_ENGINE_IMPORT_TABLE_TOGETHER_SHARED_TIMES_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/import/input/text_map.h"
#include "engine/import/mapping/mapping.h"
#include "engine/import/record/reporter.h"
#include "engine/import/table/rows/csv_rows.h"
#include "engine/import/table/rows/table_header.h"

namespace muster::import {

/// Looks at the rows of a table, at all of the first thousands and at some of those that follow.
///
/// Survival data have the date of an event, or else that of the last contact, in one column: where a rule makes a
/// constant code of each row, everybody has had it. And of diagnoses half of which are of one day nobody knows the day.
class SharedTimes {
 public:
  void Begin(const Mapping& mapping, size_t table, const TableHeader& header);
  void Add(const CsvRow& row) {
    if (columns_.empty()) return;
    if (++rows_ <= kAllOfTheFirst || rows_ % kThenOneIn == 0) Look(row);
  }
  /// `missing`: whether a cell of the column of that number is a marker of a missing value.
  using IsMarker = std::function<bool(size_t column, std::string_view cell)>;
  void Report(std::string_view table, const TableHeader& header, const IsMarker& missing, Reporter& reporter) const;

 private:
  static constexpr uint64_t kAllOfTheFirst = 4096;
  static constexpr uint64_t kThenOneIn = 16;

  struct Column {
    size_t column = 0;
    bool of_constant = false;  // the time is all that says whether there was something
    bool of_finding = false;   // an onset or a diagnosis
    uint64_t cells = 0;
    uint64_t of_contact = 0;  // of these, the same as in a column of the last contact
    TextMap<uint64_t> cells_of;
  };
  struct Top {
    std::string time;
    uint64_t all = 0;  // cells that are no marker of a missing value
    uint64_t cells = 0;
    uint64_t next = 0;    // of the second most frequent
    bool latest = false;  // none is later, as far as texts tell
  };
  void Look(const CsvRow& row);
  static Top TopOf(const Column& column, const IsMarker& missing);

  uint64_t rows_ = 0;
  uint64_t looked_at_ = 0;
  std::vector<Column> columns_;
  std::vector<size_t> contacts_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_TOGETHER_SHARED_TIMES_H_
