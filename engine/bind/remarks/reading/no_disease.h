// Private to bind/: remarks on people without a disease who have phenotypes.
#ifndef MUSTER_ENGINE_BIND_REMARKS_READING_NO_DISEASE_H_
#define MUSTER_ENGINE_BIND_REMARKS_READING_NO_DISEASE_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// `no disease` and `not has disease`, without a term, as healthy controls are asked for: how many of these people have
/// observed phenotypes. `has`, at `span`, is one of `criteria`, which must be about individuals and bound without
/// mistakes; `negated`: under `not`. Silent if a criterion is about phenotypes. Reports nothing to guests.
void RemarkOnNoDisease(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, grammar::Span span,
                       const grammar::Has& has, bool negated);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_READING_NO_DISEASE_H_
