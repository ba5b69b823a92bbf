// Private to api/: notes on consents to less than what is asked for.
#ifndef MUSTER_ENGINE_API_FOUND_NARROWER_USES_H_
#define MUSTER_ENGINE_API_FOUND_NARROWER_USES_H_

#include "engine/api/found/found_people.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/remarks/asked/side_by_side.h"

namespace muster::api {

/// `has consent with data use is DUO:0000042`: a term means what lies below it, too, while a permission below another
/// one permits less. How many are found by these alone.
void NoteNarrowerUses(const bind::SideBySide& criteria, FoundPeople* found, bind::Reporter* reporter);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_FOUND_NARROWER_USES_H_
