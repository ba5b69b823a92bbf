// `has consent`: a refusal is recorded as a consent with that status, and is none.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_REFUSED_CONSENTS_H_
#define MUSTER_ENGINE_BIND_CRITERIA_REFUSED_CONSENTS_H_

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Leaves out of `exists`, rows of consents that are bound from `has`, those that are refused or withdrawn, and says
/// so; but for who speaks of the status, and knows it. False after a failure.
bool LeaveOutRefusals(const CatalogueView& view, Reporter* reporter, const grammar::Has& has, Condition* exists);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_REFUSED_CONSENTS_H_
