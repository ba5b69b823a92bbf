// Private to bind/: remarks on values of records that are compared behind `no` and `not`, and that not all records
// have.
#ifndef MUSTER_ENGINE_BIND_REMARKS_MISSING_MISSING_VALUES_H_
#define MUSTER_ENGINE_BIND_REMARKS_MISSING_MISSING_VALUES_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/side_by_side.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Of a `has ... with` about rows of `entity` that holds when there is no such row: of codes, words and numbers in
/// criteria that all have to hold.
void RemarkOnMissingValues(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                           const grammar::Has& has, model::Entity entity);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_MISSING_MISSING_VALUES_H_
