// Ontologies that were read when codes were spelled otherwise.
#ifndef MUSTER_ENGINE_ONTOLOGY_RESPELL_H_
#define MUSTER_ENGINE_ONTOLOGY_RESPELL_H_

#include "absl/status/statusor.h"
#include "engine/ontology/ontology.h"

namespace muster::ontology {

/// The ontology with every code as NormalizeCode spells it; null if they are so already.
absl::StatusOr<OntologyPtr> Respelled(const Ontology& ontology);

}  // namespace muster::ontology

#endif  // MUSTER_ENGINE_ONTOLOGY_RESPELL_H_
