// Cached rows of column ranges: "at least 18 years" occurs in query after query.
#ifndef MUSTER_ENGINE_EXECUTE_ROWS_CACHED_RANGE_H_
#define MUSTER_ENGINE_EXECUTE_ROWS_CACHED_RANGE_H_

#include <cstdint>

#include "absl/functional/function_ref.h"
#include "storage/bits/bitmap.h"
#include "storage/bits/bits.h"
#include "storage/keys.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// The rows of `segment` with a value of the column in [low, high]. Computed by `find` on the second use and cached
/// with the segment from then on. Null on the first use and after eviction: a single query is faster when it tests only
/// the values of its candidates.
storage::BitmapPtr RowsInCachedRange(const storage::SegmentReader& segment, const storage::ColumnKey& column,
                                     int64_t low, int64_t high, absl::FunctionRef<storage::Bits()> find);

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_ROWS_CACHED_RANGE_H_
