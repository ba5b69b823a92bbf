// All remarks on the criteria of a statement, in the order in which they are made.
#ifndef MUSTER_ENGINE_BIND_REMARKS_REMARKS_H_
#define MUSTER_ENGINE_BIND_REMARKS_REMARKS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// What the answer itself shows of people whose records leave the criteria undecided.
enum class ShownInAnswer {
  kNothing,
  kNotRecorded,  ///< how many might satisfy the criteria, besides those who do: funnels, `with not recorded`
  kCertainty,    ///< how many satisfy them certainly, possibly, and for how many it is unknown
};

/// Remarks on what the answer itself does not show. The criteria must be about rows of `counted`, and bound without
/// mistakes.
void RemarkOnCriteria(const CatalogueView& view, Reporter* reporter, const grammar::Expr& where, model::Entity counted,
                      ShownInAnswer shown);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_REMARKS_H_
