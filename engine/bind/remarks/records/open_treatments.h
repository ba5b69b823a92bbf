// Private to bind/: remarks on treatments without an end of people who have died.
#ifndef MUSTER_ENGINE_BIND_REMARKS_RECORDS_OPEN_TREATMENTS_H_
#define MUSTER_ENGINE_BIND_REMARKS_RECORDS_OPEN_TREATMENTS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Whether a criterion asks whether somebody has died, when, or of what.
bool AsksOfDeath(const SideBySide& criteria);

/// For a `has` about treatments that must be true, bound without mistakes: what is asked of the end holds for
/// treatments without one (`not end before 2026-12-01`, `end is missing`), and people with such a treatment have died,
/// before that date where there is one. Silent where they died later, where the criteria ask of deaths, and where the
/// end is compared with a time of the person or of another record. Reports nothing to guests.
void RemarkOnOpenTreatments(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                            const grammar::Has& has);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_RECORDS_OPEN_TREATMENTS_H_
