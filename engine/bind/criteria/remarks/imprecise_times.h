// Remarks on times that are known within bounds only.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_REMARKS_IMPRECISE_TIMES_H_
#define MUSTER_ENGINE_BIND_CRITERIA_REMARKS_IMPRECISE_TIMES_H_

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Of `on N distinct dates`: how many rows of `exists` have a time of which the day is not known.
void NoteDaysNotKnown(const CatalogueView& view, Reporter* reporter, grammar::Span span, const Condition& exists);

/// `no X with onset < 18 years` leaves out who certainly has one. Notes how many rows of `exists`, which it was bound
/// to, may have such a time and may not, of the comparisons with ages and dates in `criterion` that all have to hold.
void NoteImpreciseTimes(const CatalogueView& view, Reporter* reporter, const grammar::Expr& criterion,
                        const Condition& exists);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_REMARKS_IMPRECISE_TIMES_H_
