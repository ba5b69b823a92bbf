// Private to api/: loads the view that queries see from the store.
#ifndef MUSTER_ENGINE_API_VERSIONS_LOAD_VIEW_H_
#define MUSTER_ENGINE_API_VERSIONS_LOAD_VIEW_H_

#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/parallel/workers.h"
#include "storage/store.h"

namespace muster::api {

/// Reads the current version of `store`. `workers`, which may be null, help queries of the view.
absl::StatusOr<bind::CatalogueViewPtr> LoadView(const storage::Store& store, parallel::Workers* workers);

/// The ontologies that queries use, where they do not ask for other versions.
std::vector<storage::OntologyInfo> UsedOntologies(const storage::Manifest& manifest);

/// The view of the version that a commit is about to make. Reads nothing, so that it can be made before the commit is
/// written, and nothing can fail afterwards. Shares with the previous view what the commit does not change: the
/// dictionary, if it has not grown (else it is `dictionary`); the ontologies except `new_ontologies`; the relation of
/// codes and terms, if neither has changed; documents.
absl::StatusOr<bind::CatalogueViewPtr> NextView(storage::SnapshotPtr snapshot, const bind::CatalogueView& previous,
                                                model::DictionaryPtr dictionary,
                                                const std::vector<ontology::OntologyPtr>& new_ontologies);

/// `view` with these versions of ontologies, by id, instead of those loaded last. A version is given whole, or as what
/// follows its last '/'. NotFound if the catalogue does not have it.
absl::StatusOr<bind::CatalogueViewPtr> WithOntologies(const storage::Store& store, const bind::CatalogueView& view,
                                                      const std::map<std::string, std::string>& versions);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_VERSIONS_LOAD_VIEW_H_
