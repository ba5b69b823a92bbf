// Rows whose values are in ranges.
#ifndef MUSTER_ENGINE_EXECUTE_RANGE_ROWS_H_
#define MUSTER_ENGINE_EXECUTE_RANGE_ROWS_H_

#include <cstdint>
#include <span>

#include "absl/status/statusor.h"
#include "engine/execute/row_set.h"
#include "engine/plan/plan.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// The rows, of `candidates` if there are any, that are in the ranges of all `nodes`, which are kRange nodes of one
/// entity, at least one. Adds to `checked` how many values were looked at.
absl::StatusOr<RowSet> RowsInRanges(const storage::SegmentReader& segment, std::span<const plan::Node* const> nodes,
                                    const RowSet* candidates, uint64_t* checked);

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_RANGE_ROWS_H_
