// Private to bind/: remarks on criteria about consents that were granted and may have ended.
#ifndef MUSTER_ENGINE_BIND_REMARKS_CONSENT_REMARKS_H_
#define MUSTER_ENGINE_BIND_REMARKS_CONSENT_REMARKS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/side_by_side.h"

namespace muster::bind {

/// About a statement whose criteria are about individuals, and were bound without mistakes: `has consent with status is
/// granted` is met by a record that says so, also of who withdrew the consent by another record. Reports nothing to
/// guests, nor to who asks for refusals in another criterion.
void RemarkOnConsents(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_CONSENT_REMARKS_H_
