// Whether any record has a certain part of a value.
#ifndef MUSTER_ENGINE_BIND_CATALOGUE_RECORDED_PART_H_
#define MUSTER_ENGINE_BIND_CATALOGUE_RECORDED_PART_H_

#include <cstdint>

#include "absl/status/statusor.h"
#include "engine/bind/bound/bound.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/schema/schema.h"
#include "storage/store.h"

namespace muster::bind {

/// Whether some live record has `part` of `field`. Segments have no column of what none of their rows has, so mostly
/// the first one answers, with a column that the question is about to read.
absl::StatusOr<bool> HasPart(const storage::Snapshot& snapshot, model::FieldId field, model::Part part);
/// The same for what is said beside an answer: where the view lists values, whether it may be told.
absl::StatusOr<bool> IsRecorded(const CatalogueView& view, model::FieldId field, model::Part part);

/// The field has a value, and not one that says that nothing is known.
absl::StatusOr<ConditionPtr> Known(const CatalogueView& view, model::FieldId field);

/// Whether some live record has a value of it in [low, high]: for what is said beside an answer, so that it is false
/// where the view lists values.
absl::StatusOr<bool> HasValueIn(const CatalogueView& view, model::FieldId field, model::Part part, int64_t low,
                                int64_t high);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CATALOGUE_RECORDED_PART_H_
