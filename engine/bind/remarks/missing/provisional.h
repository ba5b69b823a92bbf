// Private to bind/: remarks on diagnoses that are not sure yet.
#ifndef MUSTER_ENGINE_BIND_REMARKS_MISSING_PROVISIONAL_H_
#define MUSTER_ENGINE_BIND_REMARKS_MISSING_PROVISIONAL_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"

namespace muster::bind {

/// `has disease X`, where more than one in fifty of those who are found have only records of it with a status such as
/// provisional, and no criterion asks for the status of a disease. The criteria must be about individuals and bound
/// without mistakes. Reports nothing to guests.
void RemarkOnProvisional(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_MISSING_PROVISIONAL_H_
