// Remarks on the terms of `has ENTITY TERM` that make the answer misleading.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_REMARKS_ROW_TERMS_H_
#define MUSTER_ENGINE_BIND_CRITERIA_REMARKS_ROW_TERMS_H_

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/values/term_binder.h"
#include "grammar/syntax.h"

namespace muster::bind {

// `exists` is what `has` was bound to.

/// `has at least 2 distinct variant` of one gene: `distinct` counts terms, and all these records have the same. Reports
/// nothing to guests.
void WarnOfFewerTerms(const CatalogueView& view, Reporter* reporter, const grammar::Has& has, const Condition& exists);

/// A component of a panel is recorded beside the panel's code, not as an assay.
void NoteComponent(const CatalogueView& view, Reporter* reporter, const grammar::Has& has, const Condition& exists);

/// For conjuncts: `except B` of a term A that does not overlap with B. It is often meant to exclude people who also
/// have B. (`term not in` is clearly about the record.) `negated`: `has` is behind a `not`.
void NoteExceptions(TermBinder* terms, Reporter* reporter, const grammar::Expr& criterion, const grammar::Has& has,
                    const Condition& exists, bool negated);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_REMARKS_ROW_TERMS_H_
