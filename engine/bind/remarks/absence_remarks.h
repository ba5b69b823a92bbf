// Private to bind/: remarks on criteria that are also true for people without any such record.
#ifndef MUSTER_ENGINE_BIND_REMARKS_ABSENCE_REMARKS_H_
#define MUSTER_ENGINE_BIND_REMARKS_ABSENCE_REMARKS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"

namespace muster::bind {

/// `no X with value > 5`, `no X with coded value is "Detected"`, `not (a and has X with value > 5)`, if no other
/// criterion asks for X: also true for people without any X. Likewise `no run with ...` and `no variant X with ...`,
/// with any criteria, and `no consent with status is refused`: for people without a run, variant or consent. Once per
/// X. The criteria must be about individuals and bound without mistakes. Reports nothing to guests.
void RemarkOnAbsence(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_ABSENCE_REMARKS_H_
