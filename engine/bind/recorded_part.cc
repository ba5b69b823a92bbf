#include "engine/bind/recorded_part.h"

namespace muster::bind {

absl::StatusOr<bool> IsRecorded(const storage::Snapshot& snapshot, model::FieldId field, model::Part part) {
  const auto entity = static_cast<uint8_t>(model::Info(field).entity);
  for (const auto& segment : snapshot.segments) {
    const auto column = segment->GetColumn({entity, field, part});
    if (column.ok()) return true;
    if (!absl::IsNotFound(column.status())) return column.status();
  }
  return false;
}

}  // namespace muster::bind
