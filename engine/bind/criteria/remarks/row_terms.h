// Remarks on the terms of `has ENTITY TERM`: what looks like an answer and is none.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_REMARKS_ROW_TERMS_H_
#define MUSTER_ENGINE_BIND_CRITERIA_REMARKS_ROW_TERMS_H_

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/values/term_binder.h"
#include "grammar/syntax.h"

namespace muster::bind {

// `exists` is what `has` was bound to.

/// has at least 2 distinct variant of one gene: what is distinct are terms, and records have one. Reports nothing to
/// guests.
void WarnOfFewerTerms(const CatalogueView& view, Reporter* reporter, const grammar::Has& has, const Condition& exists);

/// A component of a panel is recorded beside the panel's code, not as an assay.
void NoteComponent(const CatalogueView& view, Reporter* reporter, const grammar::Has& has, const Condition& exists);

/// Of criteria that all have to hold: `except B` of a term A that B has nothing in common with. It is taken to leave
/// out people who have B as well. Who writes `term not in` says it of the record. `negated`: `has` is behind a `not`.
void NoteExceptions(TermBinder* terms, Reporter* reporter, const grammar::Expr& criterion, const grammar::Has& has,
                    const Condition& exists, bool negated);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_REMARKS_ROW_TERMS_H_
