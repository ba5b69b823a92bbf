// Private to bind/: remarks on terms that are no record's own, but say something of records: an onset, a severity.
#ifndef MUSTER_ENGINE_BIND_REMARKS_RECORDS_OTHER_FIELD_H_
#define MUSTER_ENGINE_BIND_REMARKS_RECORDS_OTHER_FIELD_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/side_by_side.h"

namespace muster::bind {

/// `has phenotype "Congenital onset"`, which no phenotype is, and which phenotypes have as their onset. The criteria
/// are about individuals, and were bound without mistakes. Reports nothing to guests.
void RemarkOnOtherField(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_RECORDS_OTHER_FIELD_H_
