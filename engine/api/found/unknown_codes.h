// Private to api/: notes on people whose records have codes that no loaded ontology knows, although it knows others of
// the same system.
#ifndef MUSTER_ENGINE_API_FOUND_UNKNOWN_CODES_H_
#define MUSTER_ENGINE_API_FOUND_UNKNOWN_CODES_H_

#include <string>
#include <vector>

#include "engine/api/found/found_people.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "muster/diagnostic.h"

namespace muster::api {

/// `has disease "polycystic kidney disease"` does not find who has a newer code of OMIM that this Mondo does not know:
/// how many have such codes with all words of the name in their label, or have nothing but such codes. `told`: codes
/// of which other-codes has told. `said`: about the statement, before its answer.
void NoteUnknownCodes(const bind::SideBySide& criteria, const std::vector<std::string>& told,
                      const std::vector<Diagnostic>& said, FoundPeople* found, bind::Reporter* reporter);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_FOUND_UNKNOWN_CODES_H_
