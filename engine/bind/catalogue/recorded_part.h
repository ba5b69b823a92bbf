// Whether any record has a given part of a value, such as the age of a time.
#ifndef MUSTER_ENGINE_BIND_CATALOGUE_RECORDED_PART_H_
#define MUSTER_ENGINE_BIND_CATALOGUE_RECORDED_PART_H_

#include <cstdint>

#include "absl/status/statusor.h"
#include "engine/bind/bound/bound.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/schema/schema.h"
#include "storage/store.h"

namespace muster::bind {

/// Whether some live record has `part` of `field`. Segments have no column for a part that none of their rows has, so
/// usually the first segment decides, by a column that the query is about to read anyway.
absl::StatusOr<bool> HasPart(const storage::Snapshot& snapshot, model::FieldId field, model::Part part);
/// The same for remarks: if the view has a list, whether it may be shown.
absl::StatusOr<bool> IsRecorded(const CatalogueView& view, model::FieldId field, model::Part part);

/// True for rows whose field has a value other than one for "unknown".
absl::StatusOr<ConditionPtr> Known(const CatalogueView& view, model::FieldId field);

/// Whether some live record has a value in [low, high]. For remarks, so it is false if the view has a list.
absl::StatusOr<bool> HasValueIn(const CatalogueView& view, model::FieldId field, model::Part part, int64_t low,
                                int64_t high);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CATALOGUE_RECORDED_PART_H_
