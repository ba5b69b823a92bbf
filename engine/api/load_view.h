// Private to api/: from what the store holds to what queries see.
#ifndef MUSTER_ENGINE_API_LOAD_VIEW_H_
#define MUSTER_ENGINE_API_LOAD_VIEW_H_

#include "absl/status/statusor.h"
#include "engine/bind/catalogue_view.h"
#include "storage/store.h"

namespace muster::api {

/// The current version of `store`. The dictionary is taken from `previous` (may be null) when it has not grown, the
/// ontologies when `same_ontologies` says that no commit since has brought any.
absl::StatusOr<bind::CatalogueViewPtr> LoadView(const storage::Store& store, const bind::CatalogueView* previous,
                                                bool same_ontologies);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_LOAD_VIEW_H_
