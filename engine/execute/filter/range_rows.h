// Column scans: rows whose values are in ranges.
#ifndef MUSTER_ENGINE_EXECUTE_FILTER_RANGE_ROWS_H_
#define MUSTER_ENGINE_EXECUTE_FILTER_RANGE_ROWS_H_

#include <cstdint>
#include <span>

#include "absl/status/statusor.h"
#include "engine/execute/rows/row_set.h"
#include "engine/plan/plan.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// What a look for rows in ranges took.
struct RangeWork {
  uint64_t values = 0;   ///< looked at
  uint64_t bitmaps = 0;  ///< of rows in a range, which were kept
};

/// The rows, of `candidates` if there are any, that are in the ranges of all `nodes`, which are kRange nodes of one
/// entity, at least one. Adds to `work` what was done.
absl::StatusOr<RowSet> RowsInRanges(const storage::SegmentReader& segment, std::span<const plan::Node* const> nodes,
                                    const RowSet* candidates, RangeWork* work);

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_FILTER_RANGE_ROWS_H_
