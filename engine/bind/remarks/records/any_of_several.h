// Private to bind/: remarks on a range of a measurement that any one of several measurements may lie in.
#ifndef MUSTER_ENGINE_BIND_REMARKS_RECORDS_ANY_OF_SEVERAL_H_
#define MUSTER_ENGINE_BIND_REMARKS_RECORDS_ANY_OF_SEVERAL_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/side_by_side.h"

namespace muster::bind {

/// `has measurement X between 7 and 10 %`, where many of those who have X have several: one at any time is enough, and
/// others may be below and above. Once of each X. The criteria are about individuals, and were bound without mistakes.
/// Reports nothing to guests.
void RemarkOnAnyOfSeveral(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_RECORDS_ANY_OF_SEVERAL_H_
