// Private to bind/: remarks on records without a time, restated for the people whom the criteria ask for.
#ifndef MUSTER_ENGINE_BIND_REMARKS_READING_UNDATED_ROWS_H_
#define MUSTER_ENGINE_BIND_REMARKS_READING_UNDATED_ROWS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"

namespace muster::bind {

/// While criteria are bound, the others are not known, so `undated-records` counts records of the whole catalogue.
/// Where other criteria ask for terms, this says in its place how many of those people have such records, and how many
/// no others; or takes it back if none has. The criteria must be about individuals and bound without mistakes. Remarks
/// on times that some records have only in another way than they are compared stay as they are.
void RestateUndatedRows(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_READING_UNDATED_ROWS_H_
