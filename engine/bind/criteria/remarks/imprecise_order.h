// Remarks behind `not` on the order of two times of a person, if some of them are known within bounds only.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_REMARKS_IMPRECISE_ORDER_H_
#define MUSTER_ENGINE_BIND_CRITERIA_REMARKS_IMPRECISE_ORDER_H_

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/criteria/scopes/event_scope.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// `not age at last contact before enrolment`, `not a.onset before b.start`: notes how many individuals have times that
/// may be in this order and may not, so that `not` holds for them as well. `compared` is what the comparison was bound
/// to, and `named` the row whose time it begins with; null: the individual's own. Says nothing of named rows of which
/// more is asked than their terms (behind `with`, as the first or last), nor where only one of two
/// rows is named within the `not`, nor to whom only some values are listed. The number is of all individuals.
void NoteImpreciseOrder(const CatalogueView& view, Reporter* reporter, grammar::Span span, const Condition& compared,
                        const EventScope::Event* named, const EventScope& events);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_REMARKS_IMPRECISE_ORDER_H_
