// Which symbols of the dictionary a segment has, dead rows included.
#ifndef MUSTER_ENGINE_INDEX_SEGMENT_SYMBOLS_H_
#define MUSTER_ENGINE_INDEX_SEGMENT_SYMBOLS_H_

#include <vector>

#include "absl/status/status.h"
#include "storage/segment_reader.h"

namespace muster::index {

/// Sets `(*found)[symbol]` for each symbol of the segment that is less than the size of `found`. Reads what values
/// there are, no postings.
absl::Status FindSymbols(const storage::SegmentReader& segment, std::vector<bool>* found);

}  // namespace muster::index

#endif  // MUSTER_ENGINE_INDEX_SEGMENT_SYMBOLS_H_
