// Private to api/: the notes on people who are not found because their times are imprecise or missing.
#ifndef MUSTER_ENGINE_API_FOUND_UNSURE_TIMES_H_
#define MUSTER_ENGINE_API_FOUND_UNSURE_TIMES_H_

#include <vector>

#include "engine/api/found/asked/asked_times.h"
#include "engine/api/found/found_people.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "muster/diagnostic.h"

namespace muster::api {

/// Where one of `times`, which the criteria compare, is a number, or is compared with a time of the person or of
/// another record; or with ages and dates behind `or`, of a record with a name or a number, beside something else that
/// is asked of it, or where rows of another entity are counted; or where the definition of a saved cohort compares any;
/// and as many as one in twenty of those who are found possibly meet this besides, as a time or number is known within
/// bounds only: how many. Of other times that are compared with ages and dates alone, the binder's remarks say it.
void NotePossiblyMet(const bind::SideBySide& criteria, const std::vector<AskedTime>& times, FoundPeople* found,
                     bind::Reporter* reporter);

/// Where a time of records is compared, and one in ten of those who meet everything else, and five, have it of none of
/// them: how many. Silent where `said`, the notes that there are, has `undated-records` or `not-recorded` of that time.
void NoteUndated(const bind::SideBySide& criteria, const std::vector<AskedTime>& times,
                 const std::vector<Diagnostic>& said, FoundPeople* found, bind::Reporter* reporter);

/// A period without an end reaches its beginning only, so that few may overlap it for certain. How many more possibly
/// do, where these are one in twenty of those who are found.
void NoteOverlappingPeriods(const bind::SideBySide& criteria, FoundPeople* found, bind::Reporter* reporter);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_FOUND_UNSURE_TIMES_H_
