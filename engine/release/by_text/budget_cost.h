// What a statement costs of a guest's budget. One unit is one number that a person can be part of, or twenty terms.
#ifndef MUSTER_ENGINE_RELEASE_BY_TEXT_BUDGET_COST_H_
#define MUSTER_ENGINE_RELEASE_BY_TEXT_BUDGET_COST_H_

#include <cstdint>

#include "engine/release/policy/tier_limits.h"
#include "grammar/syntax.h"

namespace muster::release {

/// By the text alone, never by what is found:
///
///   count            1 for each entity counted; with `by` 1 for the table, times `values` for each dimension of which
///                    a person may have several values, and 1 for the total; `with certainty` three times as many
///   funnel, impact   1 for each row and entity (impact with pairs of criteria only where the tier has them)
///   compare          1 for each cohort and for what they share; with `by` as for count
///   describe         1 for each field of which it tells how many people have it
///   show catalogue   1 for each entity, and 1 for the datasets; `show cohorts` `values`; `show ontologies` 0
///   define, and whatever else is shown   1
///   terms like       1 for each 20 of its limit, begun ones included
///   explain, drop, list      0: without numbers
///
/// At most 2^53.
uint64_t BudgetCost(const grammar::Statement& statement, const TierLimits& limits);

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_BY_TEXT_BUDGET_COST_H_
