// Remarks on comparisons of two times if some of these are known only within bounds.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_REMARKS_IMPRECISE_PAIRS_H_
#define MUSTER_ENGINE_BIND_CRITERIA_REMARKS_IMPRECISE_PAIRS_H_

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/criteria/scopes/event_scope.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// `no X with onset after a.onset`, `no X with start before enrolment`: notes how many individuals have rows that may
/// or may not satisfy this, so that they are excluded only with `possibly`. `exists` is the bound `has`, about
/// individuals; those who certainly have more than `most` such rows do not count. Reports nothing if times of two named
/// rows are compared, nor to guests.
void NoteImprecisePairs(const CatalogueView& view, Reporter* reporter, grammar::Span span, const Condition& exists,
                        const EventScope& events, int most);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_REMARKS_IMPRECISE_PAIRS_H_
