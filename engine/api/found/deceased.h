// Private to api/: the note on people found who have died.
#ifndef MUSTER_ENGINE_API_FOUND_DECEASED_H_
#define MUSTER_ENGINE_API_FOUND_DECEASED_H_

#include "engine/api/found/found_people.h"
#include "engine/bind/bound/reporter.h"
#include "grammar/syntax.h"

namespace muster::api {

/// Where the criteria of `statement` ask for an age at the last contact, as who looks for people to enrol does, at
/// least one in twenty of those found, and five, are recorded as deceased, and nothing of the statement is about deaths
/// or survival: how many, and what leaves them out.
void NoteDeceased(const grammar::Statement& statement, FoundPeople* found, bind::Reporter* reporter);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_FOUND_DECEASED_H_
