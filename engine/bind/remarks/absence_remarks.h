// Private to bind/: remarks on criteria that also hold for who has no such record at all.
#ifndef MUSTER_ENGINE_BIND_REMARKS_ABSENCE_REMARKS_H_
#define MUSTER_ENGINE_BIND_REMARKS_ABSENCE_REMARKS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/side_by_side.h"

namespace muster::bind {

/// `no X with value > 5`, `not (a and has X with value > 5)`, where nothing else asks for X: it holds for who has no X
/// at all. The same of `no run with ...`, whatever is asked of it. Said once of each X. The criteria are about
/// individuals, and were bound without mistakes. Reports nothing to guests.
void RemarkOnAbsence(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_ABSENCE_REMARKS_H_
