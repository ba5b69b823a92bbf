// Codes that mean the same according to the loaded ontologies, although counts by code treat them as different.
#ifndef MUSTER_ENGINE_BIND_CATALOGUE_EQUIVALENT_CODES_H_
#define MUSTER_ENGINE_BIND_CATALOGUE_EQUIVALENT_CODES_H_

#include <string>
#include <string_view>
#include <vector>

#include "engine/ontology/terminology.h"

namespace muster::bind {

using CodesOfOneMeaning = std::vector<std::string>;

/// Groups of two or more of `codes` that mean the same: equivalent, merged or replaced ones, each group in the order of
/// `codes`. A code that several terms claim is in several groups. If there are more than 1000 codes, only those of the
/// rarer code systems, at most 1000, are compared with the others.
std::vector<CodesOfOneMeaning> EquivalentCodes(const ontology::Terminology& terminology,
                                               const std::vector<std::string>& codes);

/// "MONDO:0005148, OMIM:125853 and ORPHA:181376", and so on for the first groups.
std::string ShowGroups(const std::vector<CodesOfOneMeaning>& groups);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CATALOGUE_EQUIVALENT_CODES_H_
