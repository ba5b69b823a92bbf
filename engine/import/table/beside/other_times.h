// Times that no rule reads, and that are nearer to what happened than the one that a rule reads; and ends of
// treatments.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_BESIDE_OTHER_TIMES_H_
#define MUSTER_ENGINE_IMPORT_TABLE_BESIDE_OTHER_TIMES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/import/mapping/mapping.h"
#include "engine/import/record/reporter.h"
#include "engine/import/table/rows/csv_rows.h"
#include "engine/import/table/rows/table_header.h"
#include "engine/model/schema/schema.h"

namespace muster::import {

/// Whether the time in a column called `name` is nearer to what `field` is the time of than that in a column called
/// `read`: "collection_date" than "result_date", "onset" than "report_date" of an onset. Not where the names are of two
/// things, "crp_collected" and "hb_result_date".
bool IsNearerTime(model::FieldId field, std::string_view name, std::string_view read);

/// Whether a column called `name` may have the end of the treatments that begin at `start`: "end_date" and
/// "start_date".
bool MayBeEndOf(std::string_view name, std::string_view start);

/// Looks at the rows of a table, one after another.
class OtherTimes {
 public:
  /// `mapping` must outlive this. `of_file`: the tables that the file is.
  void Begin(const Mapping& mapping, size_t table, const std::vector<size_t>& of_file, const TableHeader& header);
  void Add(const CsvRow& row) {
    for (Pair& pair : pairs_) Look(pair, row);
  }
  /// After the last row: the columns of which some cells have another time than the one that is read.
  void Report(const TableHeader& header, Reporter& reporter) const;

 private:
  struct Pair {
    size_t unread = 0;
    size_t read = 0;
    bool is_end = false;
    uint64_t times = 0;   // of the unread column
    uint64_t others = 0;  // that are not those of the other
    std::string example{};
  };
  void Look(Pair& pair, const CsvRow& row) const;

  const Mapping* mapping_ = nullptr;
  std::string table_;
  std::vector<Pair> pairs_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_BESIDE_OTHER_TIMES_H_
