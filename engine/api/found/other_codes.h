// Private to api/: the note on what records call as the terms that are asked for, under other codes.
#ifndef MUSTER_ENGINE_API_FOUND_OTHER_CODES_H_
#define MUSTER_ENGINE_API_FOUND_OTHER_CODES_H_

#include <string>
#include <vector>

#include "engine/api/found/found_people.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/remarks/asked/side_by_side.h"

namespace muster::api {

/// Where records have the name of a term, or of what lies below it, under codes that it does not reach: how many would
/// be found besides, or behind `no` and `not` how many of those who are found have such a record. Each is judged by
/// itself, wherever it stands in the criteria. Returns the codes that are named.
std::vector<std::string> NoteOtherCodes(const bind::SideBySide& criteria, FoundPeople* found, bind::Reporter* reporter);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_FOUND_OTHER_CODES_H_
