// Rows in a range of a column, kept in memory: "at least 18 years" is asked again and again.
#ifndef MUSTER_ENGINE_EXECUTE_KEPT_RANGE_H_
#define MUSTER_ENGINE_EXECUTE_KEPT_RANGE_H_

#include <cstdint>

#include "absl/functional/function_ref.h"
#include "storage/bitmap.h"
#include "storage/bits.h"
#include "storage/keys.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// The rows of `segment` with a value of the column in [low, high], by `find` when they are asked for the second time,
/// and kept in the segment's cache from then on. Null the first time, and when that was forgotten for want of room: one
/// question alone is answered faster by a look at the values of its candidates.
storage::BitmapPtr RowsInKeptRange(const storage::SegmentReader& segment, const storage::ColumnKey& column, int64_t low,
                                   int64_t high, absl::FunctionRef<storage::Bits()> find);

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_KEPT_RANGE_H_
