// Private to bind/: remarks on terms that other codes of records may mean as well.
#ifndef MUSTER_ENGINE_BIND_REMARKS_CODE_REMARKS_H_
#define MUSTER_ENGINE_BIND_REMARKS_CODE_REMARKS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"

namespace muster::bind {

/// `has disease MONDO:0005148` does not match SNOMED:44054006, although records also call that type 2 diabetes
/// mellitus; and if no ontology with SNOMED codes is loaded, SNOMED:73211009 matches only this code, while records may
/// have codes below it. The criteria must be bound without mistakes. Reports nothing to guests.
void RemarkOnCodes(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_CODE_REMARKS_H_
