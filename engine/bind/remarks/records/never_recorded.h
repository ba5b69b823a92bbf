// Private to bind/: remarks on terms that are known and that no record has.
#ifndef MUSTER_ENGINE_BIND_REMARKS_RECORDS_NEVER_RECORDED_H_
#define MUSTER_ENGINE_BIND_REMARKS_RECORDS_NEVER_RECORDED_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"

namespace muster::bind {

/// Notes each `has`, wherever it stands, of whose terms nobody in the catalogue has any: it finds nobody, or leaves
/// nobody out. Of several terms it notes those that nobody has, by their names. The criteria must be bound without
/// mistakes. Reports nothing to guests.
void RemarkOnNeverRecorded(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_RECORDS_NEVER_RECORDED_H_
