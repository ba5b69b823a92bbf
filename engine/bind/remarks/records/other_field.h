// Private to bind/: remarks on terms that are not a record's own term, but a value of another field: an onset, a
// severity.
#ifndef MUSTER_ENGINE_BIND_REMARKS_RECORDS_OTHER_FIELD_H_
#define MUSTER_ENGINE_BIND_REMARKS_RECORDS_OTHER_FIELD_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"

namespace muster::bind {

/// `has phenotype "Congenital onset"`, which is not a phenotype, but a value of the onset of phenotypes. The criteria
/// must be about individuals and bound without mistakes. Reports nothing to guests.
void RemarkOnOtherField(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_RECORDS_OTHER_FIELD_H_
