// Private to bind/: remarks on criteria about consents that do not say to what.
#ifndef MUSTER_ENGINE_BIND_REMARKS_READING_CONSENT_KINDS_H_
#define MUSTER_ENGINE_BIND_REMARKS_READING_CONSENT_KINDS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"

namespace muster::bind {

/// `has consent` and `has consent with status is granted` hold for a consent of any permission: where the people in
/// question have consents of several permissions, and not all of them each, says how many have which, and how many of
/// them refused or withdrew another. The criteria must be about individuals and bound without mistakes. Silent if any
/// of them names a permission or a data use. Reports nothing to guests.
void RemarkOnConsentKinds(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_READING_CONSENT_KINDS_H_
