// Private to bind/: remarks on bounds that all values of a measurement meet, or none.
#ifndef MUSTER_ENGINE_BIND_REMARKS_RECORDS_ALL_OR_NONE_H_
#define MUSTER_ENGINE_BIND_REMARKS_RECORDS_ALL_OR_NONE_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"

namespace muster::bind {

/// `has measurement X with value >= 1.5 mg/L`, wherever it stands: if each value of X is above the number, or none is,
/// it may be in another unit than the one that is meant. Names the recorded units. Beside other criteria it is said
/// only where the number is far off, or would tell some from others in another recorded unit: of bounds that exclude
/// the impossible or the dangerous it is no news. The criteria are about individuals, and were bound without mistakes.
/// Nothing is said to whom only some values are listed.
void RemarkOnAllOrNone(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_RECORDS_ALL_OR_NONE_H_
