// `has consent`: a refusal is recorded as a consent with status refused, but is not a consent.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_REFUSED_CONSENTS_H_
#define MUSTER_ENGINE_BIND_CRITERIA_REFUSED_CONSENTS_H_

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Excludes refused and withdrawn consents from `exists`, which `has` was bound to, and says so; unless the query
/// mentions the status itself. False after a failure.
bool LeaveOutRefusals(const CatalogueView& view, Reporter* reporter, const grammar::Has& has, Condition* exists);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_REFUSED_CONSENTS_H_
