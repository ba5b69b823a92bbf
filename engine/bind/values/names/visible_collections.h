// Which datasets and cohorts, as described by their custodians, the caller may know by name.
#ifndef MUSTER_ENGINE_BIND_VALUES_NAMES_VISIBLE_COLLECTIONS_H_
#define MUSTER_ENGINE_BIND_VALUES_NAMES_VISIBLE_COLLECTIONS_H_

#include "absl/status/statusor.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/document/collection.h"

namespace muster::bind {

/// Whether a note or a table may name the collection. The embedding program may see all of them. Guests see the
/// datasets of their view and the listed cohorts, those that `in "..."` accepts, unless their tier hides the field.
/// What a criterion finds does not depend on this.
absl::StatusOr<bool> IsVisible(const CatalogueView& view, const model::Collection& collection);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_NAMES_VISIBLE_COLLECTIONS_H_
