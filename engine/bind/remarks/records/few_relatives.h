// Private to bind/: remarks on relatives that are recorded for few people.
#ifndef MUSTER_ENGINE_BIND_REMARKS_RECORDS_FEW_RELATIVES_H_
#define MUSTER_ENGINE_BIND_REMARKS_RECORDS_FEW_RELATIVES_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"

namespace muster::bind {

/// `has mother with has disease X`, if few of the selected people have a recorded mother, and no criterion asks for a
/// place in a family. Once per field. The criteria must be about individuals and bound without mistakes. Reports
/// nothing to guests.
void RemarkOnFewRelatives(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_RECORDS_FEW_RELATIVES_H_
