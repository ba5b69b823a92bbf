// The record keys of a segment's individuals.
#ifndef MUSTER_ENGINE_EXECUTE_ROWS_RECORD_KEYS_H_
#define MUSTER_ENGINE_EXECUTE_ROWS_RECORD_KEYS_H_

#include "absl/status/statusor.h"
#include "engine/secret/siphash.h"
#include "storage/codec/column.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// The record keys by individual's row. If the segment does not store them, they are computed from its records with the
/// catalogue's secret key, and cached while there is room.
absl::StatusOr<storage::ColumnPtr> RecordKeysOf(const storage::SegmentReader& segment, const secret::SipKey& key);

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_ROWS_RECORD_KEYS_H_
