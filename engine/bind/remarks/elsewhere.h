// Private to bind/: remarks on criteria that are no conjuncts about individuals.
#ifndef MUSTER_ENGINE_BIND_REMARKS_ELSEWHERE_H_
#define MUSTER_ENGINE_BIND_REMARKS_ELSEWHERE_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "engine/model/schema/schema.h"

namespace muster::bind {

/// Of each `has` behind `or` and `at least N of`, and of all where rows of another entity than individuals are counted:
/// the remarks `ended-before` and `absent-or-silent`, which speak of what the criterion takes together, wherever it
/// stands. Those of the other conjuncts are made with the rest of theirs. The criteria must be bound without mistakes.
/// Reports nothing to guests.
void RemarkOnElsewhere(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                       model::Entity counted);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_ELSEWHERE_H_
