// The record keys of a segment's individuals.
#ifndef MUSTER_ENGINE_EXECUTE_ROWS_RECORD_KEYS_H_
#define MUSTER_ENGINE_EXECUTE_ROWS_RECORD_KEYS_H_

#include "absl/status/statusor.h"
#include "engine/secret/siphash.h"
#include "storage/codec/column.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// By individual's row. Where the segment does not have them stored, they are computed from its records with the
/// catalogue's key and kept while there is room.
absl::StatusOr<storage::ColumnPtr> RecordKeysOf(const storage::SegmentReader& segment, const secret::SipKey& key);

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_ROWS_RECORD_KEYS_H_
