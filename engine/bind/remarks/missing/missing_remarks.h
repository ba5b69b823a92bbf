// Private to bind/: remarks on criteria behind `not` and `no` that also hold for whom too little is recorded.
#ifndef MUSTER_ENGINE_BIND_REMARKS_MISSING_MISSING_REMARKS_H_
#define MUSTER_ENGINE_BIND_REMARKS_MISSING_MISSING_REMARKS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/side_by_side.h"

namespace muster::bind {

/// About a statement whose criteria are about individuals, and were bound without mistakes: `not age at enrolment < 18
/// years` and `no disease X with onset before enrolment` hold for who has no enrolment, `no X with onset before
/// seizure.onset` for who has a seizure without onset, `no mother with ...` for who has no pedigree. `rare`: also what
/// holds for few, as few have it recorded. Reports nothing to guests.
void RemarkOnMissing(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, bool rare);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_MISSING_MISSING_REMARKS_H_
