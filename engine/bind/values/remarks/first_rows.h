// Private to bind/: the first or last of the rows of each individual, for remarks.
#ifndef MUSTER_ENGINE_BIND_VALUES_REMARKS_FIRST_ROWS_H_
#define MUSTER_ENGINE_BIND_VALUES_REMARKS_FIRST_ROWS_H_

#include "absl/status/statusor.h"
#include "engine/bind/values/remarks/order_not_known.h"
#include "storage/bits/bitmap.h"
#include "storage/segment_reader.h"

namespace muster::bind {

/// The rows that `has first` and `has last` look at in a segment: of times within bounds, what may be the earliest (or
/// latest). Times are compared as dates where all these rows of an individual have one, else as ages.
absl::StatusOr<storage::Bitmap> FirstRows(const storage::SegmentReader& segment, const PickedRows& picked);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_REMARKS_FIRST_ROWS_H_
