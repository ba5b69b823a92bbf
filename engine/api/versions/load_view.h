// Private to api/: from what the store holds to what queries see.
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

/// The current version of `store`, read from it. `workers`, which may be null, help those who ask the view.
absl::StatusOr<bind::CatalogueViewPtr> LoadView(const storage::Store& store, parallel::Workers* workers);

/// The ontologies that queries use, where they do not ask for other versions.
std::vector<storage::OntologyInfo> UsedOntologies(const storage::Manifest& manifest);

/// The version that a commit makes, from what it made it of: nothing is read, so that it can be had before the commit
/// is written, and nothing is left that could fail afterwards. What the commit leaves as it was is shared with the view
/// before it: the dictionary when it has not grown, else it is `dictionary`, as the commit made it; the ontologies but
/// `new_ontologies`; what is known of codes and terms together when neither has changed; documents.
absl::StatusOr<bind::CatalogueViewPtr> NextView(storage::SnapshotPtr snapshot, const bind::CatalogueView& previous,
                                                model::DictionaryPtr dictionary,
                                                const std::vector<ontology::OntologyPtr>& new_ontologies);

/// `view` as it would be with these versions of ontologies, by id, instead of those loaded last. A version is given
/// whole, or by what follows its last '/'. NotFound when the catalogue does not have it.
absl::StatusOr<bind::CatalogueViewPtr> WithOntologies(const storage::Store& store, const bind::CatalogueView& view,
                                                      const std::map<std::string, std::string>& versions);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_VERSIONS_LOAD_VIEW_H_
