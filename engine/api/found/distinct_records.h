// Private to api/: notes on `distinct` of records that differ and have one term, as variants of a gene have.
#ifndef MUSTER_ENGINE_API_FOUND_DISTINCT_RECORDS_H_
#define MUSTER_ENGINE_API_FOUND_DISTINCT_RECORDS_H_

#include "engine/api/found/found_people.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/remarks/asked/side_by_side.h"

namespace muster::api {

/// `has at least 2 distinct variants`: two variants of one gene count once, although they are different. How many are
/// found without `distinct`, where these are others.
void NoteDistinctRecords(const bind::SideBySide& criteria, FoundPeople* found, bind::Reporter* reporter);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_FOUND_DISTINCT_RECORDS_H_
