// Circles of is_a: terms that lie below each other, which means that they are equivalent.
#ifndef MUSTER_ENGINE_ONTOLOGY_CIRCLES_H_
#define MUSTER_ENGINE_ONTOLOGY_CIRCLES_H_

#include <string>
#include <vector>

#include "engine/ontology/ontology.h"

namespace muster::ontology {

/// The cycles of a hierarchy: maximal sets of two or more terms, each of which is above all others of its set. In
/// linear time.
std::vector<std::vector<TermIndex>> FindCircles(const Ontology& ontology);

/// "X:1 is_a X:2 is_a X:1": a way around through some of its terms.
std::string ShowCircle(const Ontology& ontology, const std::vector<TermIndex>& circle);

}  // namespace muster::ontology

#endif  // MUSTER_ENGINE_ONTOLOGY_CIRCLES_H_
