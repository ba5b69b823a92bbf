// Private to api/: from what the store holds to what queries see.
#ifndef MUSTER_ENGINE_API_LOAD_VIEW_H_
#define MUSTER_ENGINE_API_LOAD_VIEW_H_

#include <map>
#include <string>

#include "absl/status/statusor.h"
#include "engine/bind/catalogue_view.h"
#include "storage/store.h"

namespace muster::api {

/// The current version of `store`. The dictionary is taken from `previous` (may be null) when it has not grown, the
/// ontologies when `same_ontologies` says that no commit since has brought any.
absl::StatusOr<bind::CatalogueViewPtr> LoadView(const storage::Store& store, const bind::CatalogueView* previous,
                                                bool same_ontologies);

/// `view` as it would be with these versions of ontologies, by id, instead of those loaded last. A version is given
/// whole, or by what stands behind its last '/'. NotFound when the catalogue does not have it.
absl::StatusOr<bind::CatalogueViewPtr> WithOntologies(const storage::Store& store, const bind::CatalogueView& view,
                                                      const std::map<std::string, std::string>& versions);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_LOAD_VIEW_H_
