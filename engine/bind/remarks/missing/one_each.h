// Private to bind/: remarks on counts of several records, if nobody has more than one.
#ifndef MUSTER_ENGINE_BIND_REMARKS_MISSING_ONE_EACH_H_
#define MUSTER_ENGINE_BIND_REMARKS_MISSING_ONE_EACH_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"

namespace muster::bind {

/// `has at least 2 variant "CFTR"`, where many have such a record and nobody has two: the 0 is of how it was recorded.
/// The criteria must be about individuals and bound without mistakes. Reports nothing to guests.
void RemarkOnOneEach(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_MISSING_ONE_EACH_H_
