// Private to api/: from what the store holds to what queries see.
#ifndef MUSTER_ENGINE_API_LOAD_VIEW_H_
#define MUSTER_ENGINE_API_LOAD_VIEW_H_

#include "absl/status/statusor.h"
#include "engine/bind/catalogue_view.h"
#include "storage/store.h"

namespace muster::api {

/// The current version of `store`. What has not changed since `previous` (may be null) is taken from it.
absl::StatusOr<bind::CatalogueViewPtr> LoadView(const storage::Store& store, const bind::CatalogueView* previous);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_LOAD_VIEW_H_
