// The number of criteria and values in a statement, from its text.
#ifndef MUSTER_GRAMMAR_CRITERIA_COUNT_H_
#define MUSTER_GRAMMAR_CRITERIA_COUNT_H_

#include <cstddef>

#include "grammar/syntax.h"

namespace muster::grammar {

/// The criteria of an expression: what `and`, `or`, `not`, `at least N of` and `with` put together. A list of terms or
/// values is one criterion.
size_t CountCriteria(const Expr& expr);

/// What a statement is worth against QueryOptions::max_criteria: 1 and its criteria. A dimension of `by` counts as 10
/// criteria (for each cohort of a `compare`), `describe` and `show` as 20, `terms like` as 50; in `funnel` and
/// `impact`, which ask each criterion with others again and again, each five times as one.
size_t CostInCriteria(const Statement& statement);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_CRITERIA_COUNT_H_
