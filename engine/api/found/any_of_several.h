// Private to api/: the note on people found who have several values of a measurement.
#ifndef MUSTER_ENGINE_API_FOUND_ANY_OF_SEVERAL_H_
#define MUSTER_ENGINE_API_FOUND_ANY_OF_SEVERAL_H_

#include "engine/api/found/found_people.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/remarks/asked/side_by_side.h"

namespace muster::api {

/// For a measurement whose value must be above or below a limit (>= 9 %, between 7 and 10 %), where enough
/// of those who are found (AreEnough) have several, and do not meet it by the last: how many, and how many meet it by
/// the last. Of measurements without times, how many have one that does not meet it. Silent where the first or last is
/// asked for, a number of them, or one in a time.
void NoteAnyOfSeveral(const bind::SideBySide& criteria, FoundPeople* found, bind::Reporter* reporter);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_FOUND_ANY_OF_SEVERAL_H_
