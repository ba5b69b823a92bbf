// Codes that mean the same by the loaded ontologies, and that counts by code take for different ones.
#ifndef MUSTER_ENGINE_BIND_CATALOGUE_EQUIVALENT_CODES_H_
#define MUSTER_ENGINE_BIND_CATALOGUE_EQUIVALENT_CODES_H_

#include <string>
#include <string_view>
#include <vector>

#include "engine/ontology/terminology.h"

namespace muster::bind {

using CodesOfOneMeaning = std::vector<std::string>;

/// Those of `codes` that mean the same as others of them: equivalent, merged or replaced ones. Groups of two or more,
/// each in the order given; a code that several terms say is theirs is in several. Of more than a thousand codes only
/// those of the rarer systems are compared with the others, a thousand at most.
std::vector<CodesOfOneMeaning> EquivalentCodes(const ontology::Terminology& terminology,
                                               const std::vector<std::string>& codes);

/// "MONDO:0005148, OMIM:125853 and ORPHA:181376", and so on for the first groups.
std::string ShowGroups(const std::vector<CodesOfOneMeaning>& groups);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CATALOGUE_EQUIVALENT_CODES_H_
