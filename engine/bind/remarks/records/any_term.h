// Private to bind/: remarks on a number that is compared with those of several measurements or exposures.
#ifndef MUSTER_ENGINE_BIND_REMARKS_RECORDS_ANY_TERM_H_
#define MUSTER_ENGINE_BIND_REMARKS_RECORDS_ANY_TERM_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"

namespace muster::bind {

/// `has measurement with value >= 7 %` names no measurement, and several are recorded in units that 7 % converts to:
/// says which. The criteria must be about individuals and bound without mistakes. Reports nothing to guests.
void RemarkOnAnyTerm(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_RECORDS_ANY_TERM_H_
