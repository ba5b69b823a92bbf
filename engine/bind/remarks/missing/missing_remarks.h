// Private to bind/: remarks on criteria behind `not` and `no` that are also true for people without the records.
#ifndef MUSTER_ENGINE_BIND_REMARKS_MISSING_MISSING_REMARKS_H_
#define MUSTER_ENGINE_BIND_REMARKS_MISSING_MISSING_REMARKS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"

namespace muster::bind {

/// `not age at enrolment < 18 years` and `no disease X with onset before enrolment` are also true for people without an
/// enrolment, `no X with onset before seizure.onset` for people with a seizure without onset, `no mother with ...` for
/// people without a pedigree. `rare`: also remarks on criteria that few satisfy since few have the field recorded. The
/// criteria must be about individuals and bound without mistakes. Reports nothing to guests.
void RemarkOnMissing(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, bool rare);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_MISSING_MISSING_REMARKS_H_
