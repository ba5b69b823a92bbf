// Private to bind/: remarks on criteria that find other records beside those that protocols mean.
#ifndef MUSTER_ENGINE_BIND_REMARKS_RECORD_REMARKS_H_
#define MUSTER_ENGINE_BIND_REMARKS_RECORD_REMARKS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"

namespace muster::bind {

/// About criteria that were bound without mistakes: `has treatment X with start before study date` also finds
/// treatments that have ended, `no treatment X with start within 6 months before study date` leaves in those that began
/// earlier and go on, `age at study date` who has died, `no phenotype T` who has it recorded as absent and of whom
/// nothing is recorded, and `at least 2 distinct phenotype T` takes T itself and a term below it for two. Reports
/// nothing to guests.
void RemarkOnRecords(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_RECORD_REMARKS_H_
