// Refuses statements by their text alone, before anything is bound or run: so a refusal reveals nothing about the data,
// and is the same whether a value occurs or not.
#ifndef MUSTER_ENGINE_RELEASE_BY_TEXT_REFUSALS_H_
#define MUSTER_ENGINE_RELEASE_BY_TEXT_REFUSALS_H_

#include <vector>

#include "engine/release/policy/tier_limits.h"
#include "grammar/syntax.h"
#include "muster/diagnostic.h"

namespace muster::release {

/// Why a guest of a tier may not ask `statement`, whose parameters have their values; empty when he may. Errors:
/// `not-offered` (a statement that the tier does not have), `hidden-field`, `too-fine`, `too-many-criteria`.
/// A cohort that is named is not looked into: its text was judged when it was defined.
std::vector<Diagnostic> RefusalsByText(const grammar::Statement& statement, const TierLimits& limits);

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_BY_TEXT_REFUSALS_H_
