// Private to api/: how an import changes which ontologies are used.
#ifndef MUSTER_ENGINE_API_IMPORTS_USED_ONTOLOGIES_H_
#define MUSTER_ENGINE_API_IMPORTS_USED_ONTOLOGIES_H_

#include <vector>

#include "absl/status/status.h"
#include "engine/ontology/ontology.h"
#include "muster/import.h"
#include "storage/manifest.h"
#include "storage/store.h"

namespace muster::api {

/// Remarks where what was loaded takes the place of a newer or larger edition that was used before, where it replaces
/// other contents of the same version, and where it is an extract that is not used because its ontology is there.
absl::Status AddOntologyRemarks(const storage::Manifest& before, const storage::Store& store,
                                const std::vector<ontology::OntologyPtr>& loaded, ImportReport* report);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_IMPORTS_USED_ONTOLOGIES_H_
