// All remarks on the criteria of a statement, in the order in which they are made.
#ifndef MUSTER_ENGINE_BIND_REMARKS_REMARKS_H_
#define MUSTER_ENGINE_BIND_REMARKS_REMARKS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Of criteria about rows of `counted`, which were bound without mistakes. `recorded`: also of what many lack, which
/// funnels say in their own column.
void RemarkOnCriteria(const CatalogueView& view, Reporter* reporter, const grammar::Expr& where, model::Entity counted,
                      bool recorded);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_REMARKS_H_
