// Private to bind/: remarks on a range of a measurement, in which only one of a person's measurements has to lie.
#ifndef MUSTER_ENGINE_BIND_REMARKS_RECORDS_ANY_OF_SEVERAL_H_
#define MUSTER_ENGINE_BIND_REMARKS_RECORDS_ANY_OF_SEVERAL_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"

namespace muster::bind {

/// `has measurement X between 7 and 10 %`, if many people with X have several: one in the range is enough, and others
/// may be below or above. Once per X. The criteria must be about individuals and bound without mistakes. Reports
/// nothing to guests.
void RemarkOnAnyOfSeveral(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_RECORDS_ANY_OF_SEVERAL_H_
