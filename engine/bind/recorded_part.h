// Whether any record has a certain part of a value.
#ifndef MUSTER_ENGINE_BIND_RECORDED_PART_H_
#define MUSTER_ENGINE_BIND_RECORDED_PART_H_

#include "absl/status/statusor.h"
#include "engine/model/schema.h"
#include "storage/store.h"

namespace muster::bind {

/// Whether some record has `part` of `field`. Segments have no column of what none of their rows has, so mostly the
/// first one answers, with a column that the question is about to read.
absl::StatusOr<bool> IsRecorded(const storage::Snapshot& snapshot, model::FieldId field, model::Part part);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_RECORDED_PART_H_
