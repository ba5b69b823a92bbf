// Remarks on times and numbers that are known only within bounds.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_REMARKS_IMPRECISE_TIMES_H_
#define MUSTER_ENGINE_BIND_CRITERIA_REMARKS_IMPRECISE_TIMES_H_

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// For `on N distinct dates`: how many rows of `exists` have a time without a known day.
void NoteDaysNotKnown(const CatalogueView& view, Reporter* reporter, grammar::Span span, const Condition& exists);

/// `no X with onset < 18 years` excludes only people who certainly have one, and `has X with not value > 5` finds rows
/// that are not certainly above. For each comparison with an age, date or number behind `no` or `not` in `criterion`:
/// notes how many rows of `exists`, the bound `has`, may or may not satisfy it. `denied`: the whole criterion is behind
/// one.
void NoteImpreciseTimes(const CatalogueView& view, Reporter* reporter, const grammar::Expr& criterion,
                        const Condition& exists, bool denied);

/// The same for a comparison of an individual's own time or number behind `not`. Reports nothing to guests.
void NoteImpreciseOfPerson(const CatalogueView& view, Reporter* reporter, const grammar::Compare& compare,
                           model::FieldId field);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_REMARKS_IMPRECISE_TIMES_H_
