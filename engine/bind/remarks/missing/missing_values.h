// Private to bind/: remarks on values that are compared behind `no` and `not`, and that some records lack.
#ifndef MUSTER_ENGINE_BIND_REMARKS_MISSING_MISSING_VALUES_H_
#define MUSTER_ENGINE_BIND_REMARKS_MISSING_MISSING_VALUES_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// For a `has ... with` about rows of `entity` that is true if there is no such row: on codes, words and numbers in
/// conjuncts of its criteria.
void RemarkOnMissingValues(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                           const grammar::Has& has, model::Entity entity);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_MISSING_MISSING_VALUES_H_
