// Private to api/: the note on people found by provisional diagnoses only.
#ifndef MUSTER_ENGINE_API_FOUND_PROVISIONAL_H_
#define MUSTER_ENGINE_API_FOUND_PROVISIONAL_H_

#include "engine/api/found/found_people.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/remarks/asked/side_by_side.h"

namespace muster::api {

/// Where nothing asks for the status of a disease, and at least one in twenty of those who are found have only records
/// of one of the diseases whose status is provisional or the like: how many, and what leaves them out.
void NoteProvisional(const bind::SideBySide& criteria, FoundPeople* found, bind::Reporter* reporter);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_FOUND_PROVISIONAL_H_
