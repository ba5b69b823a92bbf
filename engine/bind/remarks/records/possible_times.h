// Private to bind/: remarks on people whose imprecise time may satisfy a comparison.
#ifndef MUSTER_ENGINE_BIND_REMARKS_RECORDS_POSSIBLE_TIMES_H_
#define MUSTER_ENGINE_BIND_REMARKS_RECORDS_POSSIBLE_TIMES_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"

namespace muster::bind {

/// `has disease X with onset before 18 years`, if more than a few people, besides those who certainly satisfy it, have
/// an onset between 15 and 20 years. Once per time and X. The criteria must be about individuals and bound without
/// mistakes. Reports nothing to guests.
void RemarkOnPossibleTimes(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_RECORDS_POSSIBLE_TIMES_H_
