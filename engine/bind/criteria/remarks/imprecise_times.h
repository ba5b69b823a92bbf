// Remarks on times and numbers that are known within bounds only.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_REMARKS_IMPRECISE_TIMES_H_
#define MUSTER_ENGINE_BIND_CRITERIA_REMARKS_IMPRECISE_TIMES_H_

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Of `on N distinct dates`: how many rows of `exists` have a time of which the day is not known.
void NoteDaysNotKnown(const CatalogueView& view, Reporter* reporter, grammar::Span span, const Condition& exists);

/// `no X with onset < 18 years` leaves out who certainly has one, and `has X with not value > 5` finds what is not
/// certainly above. Notes how many rows of `exists`, which the `has` was bound to, may have such a time or number and
/// may not, of the comparisons with ages, dates and numbers in its `criterion` that stand behind `no` or `not`.
/// `denied`: where the whole criterion does.
void NoteImpreciseTimes(const CatalogueView& view, Reporter* reporter, const grammar::Expr& criterion,
                        const Condition& exists, bool denied);

/// The same for a comparison of an individual's own time or number that stands behind `not`. Reports nothing to guests.
void NoteImpreciseOfPerson(const CatalogueView& view, Reporter* reporter, const grammar::Compare& compare,
                           model::FieldId field);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_REMARKS_IMPRECISE_TIMES_H_
