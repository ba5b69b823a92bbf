// Private to bind/: remarks on records at a bound, whose result depends on the rounding of their unit.
#ifndef MUSTER_ENGINE_BIND_REMARKS_READING_UNIT_EDGES_H_
#define MUSTER_ENGINE_BIND_REMARKS_READING_UNIT_EDGES_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"

namespace muster::bind {

/// `has measurement LOINC:4548-4 >= 53 mmol/mol`, which is 7.0005 %, where many have 7.0 %: as that is recorded, the
/// two are the same. Said where this decides of more than one in a hundred of those who were measured. The criteria
/// must be about individuals and bound without mistakes. Reports nothing to guests.
void RemarkOnUnitEdges(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_READING_UNIT_EDGES_H_
