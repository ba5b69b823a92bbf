// Private to api/: people whose records are all coded in systems that what is asked for cannot reach.
#ifndef MUSTER_ENGINE_API_FOUND_OTHER_SYSTEMS_H_
#define MUSTER_ENGINE_API_FOUND_OTHER_SYSTEMS_H_

#include <string>
#include <vector>

#include "engine/api/found/found_people.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "muster/diagnostic.h"

namespace muster::api {

/// Where a term is asked for by a code system, and one in twenty of those who are asked for have all their diseases
/// (treatments, ...) in others: `has disease "cancer"` of an ontology does not find who has ICD10GM: codes only, and
/// `no disease "cancer"` finds all of them. Needs no labels. A code system is another where neither the codes that are
/// asked for nor the ontologies that have them know any of its recorded codes, and it is no edition of theirs. Once for
/// an entity; not of systems that are asked for beside it, or of `told`, codes that another note has named, nor where
/// it was `said` that no record has such codes. A dataset whose records are all out of reach is told of from one in a
/// hundred on.
void NoteOtherSystems(const bind::SideBySide& criteria, const std::vector<std::string>& told,
                      const std::vector<Diagnostic>& said, FoundPeople* found, bind::Reporter* reporter);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_FOUND_OTHER_SYSTEMS_H_
