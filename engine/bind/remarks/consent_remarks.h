// Private to bind/: remarks on criteria that people meet who refused a consent or withdrew it.
#ifndef MUSTER_ENGINE_BIND_REMARKS_CONSENT_REMARKS_H_
#define MUSTER_ENGINE_BIND_REMARKS_CONSENT_REMARKS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"

namespace muster::bind {

/// `has consent with status is granted` is satisfied by a record with this status, even if another record withdraws the
/// consent, and `usable for ...` by people who refused or withdrew one. The criteria must be about individuals and
/// bound without mistakes. Reports nothing to guests, nor if another criterion asks for refusals.
void RemarkOnConsents(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_CONSENT_REMARKS_H_
