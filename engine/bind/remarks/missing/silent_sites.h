// Private to bind/: remarks on compared fields that whole datasets do not have.
#ifndef MUSTER_ENGINE_BIND_REMARKS_MISSING_SILENT_SITES_H_
#define MUSTER_ENGINE_BIND_REMARKS_MISSING_SILENT_SITES_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"

namespace muster::bind {

/// `has run with reference is GRCh38`: if there are datasets with runs, none of which has a reference, while runs of
/// other datasets do. Such a site falls away as a whole, though most people of the catalogue may have the field. Silent
/// where it is said of the field that many lack it. The criteria must be about individuals and bound without mistakes.
/// Reports nothing to guests.
void RemarkOnSilentSites(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_MISSING_SILENT_SITES_H_
