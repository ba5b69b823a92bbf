// Private to bind/: remarks on terms that other codes of records may mean as well.
#ifndef MUSTER_ENGINE_BIND_REMARKS_CODE_REMARKS_H_
#define MUSTER_ENGINE_BIND_REMARKS_CODE_REMARKS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/side_by_side.h"

namespace muster::bind {

/// About criteria that were bound without mistakes. `has disease MONDO:0005148` does not ask for SNOMED:44054006,
/// though records call it type 2 diabetes mellitus as well; and where no ontology with SNOMED codes is loaded,
/// SNOMED:73211009 is this code alone, while records may have others that lie below it. Reports nothing to guests.
void RemarkOnCodes(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_CODE_REMARKS_H_
