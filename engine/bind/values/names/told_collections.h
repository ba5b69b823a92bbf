// Which of the datasets and cohorts that their custodians describe have a name for the caller.
#ifndef MUSTER_ENGINE_BIND_VALUES_NAMES_TOLD_COLLECTIONS_H_
#define MUSTER_ENGINE_BIND_VALUES_NAMES_TOLD_COLLECTIONS_H_

#include "absl/status/statusor.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/document/collection.h"

namespace muster::bind {

/// Whether a note or a table may name the collection. The embedding program is told of all. Guests are told of the
/// datasets that they may see, as the view has no others, and of cohorts that are listed, as `in "..."` knows them; of
/// none whose field their tier hides. What a criterion finds does not depend on it.
absl::StatusOr<bool> IsTold(const CatalogueView& view, const model::Collection& collection);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_NAMES_TOLD_COLLECTIONS_H_
