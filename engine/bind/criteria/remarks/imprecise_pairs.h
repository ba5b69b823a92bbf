// Remarks on times that are compared with each other, of which some are known within bounds only.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_REMARKS_IMPRECISE_PAIRS_H_
#define MUSTER_ENGINE_BIND_CRITERIA_REMARKS_IMPRECISE_PAIRS_H_

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/criteria/event_scope.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// `no X with onset after a.onset`, `no X with start before enrolment`: notes how many individuals have rows that may
/// meet this and may not, so that they are left out by it only where `possibly` is written. `exists` is what the `has`
/// was bound to, about individuals; who certainly has more than `most` such rows is left out. Says nothing where times
/// of two rows with names are compared, nor for guests.
void NoteImprecisePairs(const CatalogueView& view, Reporter* reporter, grammar::Span span, const Condition& exists,
                        const EventScope& events, int most);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_REMARKS_IMPRECISE_PAIRS_H_
