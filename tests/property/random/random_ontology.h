// Small ontologies with everything that makes ontologies hard.
#ifndef MUSTER_TESTS_PROPERTY_RANDOM_RANDOM_ONTOLOGY_H_
#define MUSTER_TESTS_PROPERTY_RANDOM_RANDOM_ONTOLOGY_H_

#include <vector>

#include "engine/ontology/ontology.h"
#include "tests/property/random/random.h"

namespace muster::property {

/// "hp" (with some onset terms of the real one), "mondo" (with cross-references to OMIM and ORPHA) and perhaps "ordo"
/// (to whose terms some of these cross-references lead): DAGs with several parents, alternative ids, synonyms, obsolete
/// terms with and without replacement. Labels and synonyms are unique over all of them.
std::vector<ontology::OntologyPtr> RandomOntologies(Random& random);

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_RANDOM_RANDOM_ONTOLOGY_H_
