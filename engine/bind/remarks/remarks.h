// All remarks on the criteria of a statement, in the order in which they are made.
#ifndef MUSTER_ENGINE_BIND_REMARKS_REMARKS_H_
#define MUSTER_ENGINE_BIND_REMARKS_REMARKS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// What the answer itself tells of those of whom records do not say enough.
enum class TellsLacking {
  kNothing,
  kNotRecorded,  ///< beside whoever meets the criteria, for how many records deny none: funnels, `with not recorded`
  kCertainty,    ///< who meets them certainly, possibly, and of whom it is not known, in place of whoever meets them
};

/// Of criteria about rows of `counted`, which were bound without mistakes: what the answer does not tell itself.
void RemarkOnCriteria(const CatalogueView& view, Reporter* reporter, const grammar::Expr& where, model::Entity counted,
                      TellsLacking tells);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_REMARKS_H_
