// Criteria in a form that does not depend on how they were written.
#ifndef MUSTER_ENGINE_RELEASE_LOW_EFFECT_CANONICAL_CRITERIA_H_
#define MUSTER_ENGINE_RELEASE_LOW_EFFECT_CANONICAL_CRITERIA_H_

#include <optional>
#include <string>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "grammar/syntax.h"

namespace muster::release {

/// The same criteria with `not` at the leaves, nested `and` in `and` and `or` in `or` joined, `at least 1 of` as `or`
/// and `at least all of` as `and`, operands and values in the order of their canonical text, and equal ones once.
/// Criteria with named rows are unchanged. So are the conditions of rows (`with`), each by itself.
grammar::ExprPtr Canonical(const grammar::Expr& expr);

/// Whether each single criterion of `canonical` also occurs in `expr`, literally except for the order of a list.
bool HasOnlyCriteriaOf(const grammar::Expr& canonical, const grammar::Expr& expr);

/// The text of the statement that defines a saved cohort; nothing for one that was imported.
using DefinitionOf = absl::FunctionRef<std::optional<std::string>(const grammar::CohortRef&)>;

/// `expr`, criteria of a count of individuals, with the criteria of saved cohorts in place of their names. (Where other
/// rows are counted, these criteria would be about the row: there, saved cohorts have to be refused.)
/// InvalidArgument where a cohort is named within the condition of a row, where criteria mean something else, or where
/// definitions lead to each other too often. DataLoss when a definition cannot be read.
absl::StatusOr<grammar::ExprPtr> ExpandCohorts(const grammar::Expr& expr, DefinitionOf definition_of);

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_LOW_EFFECT_CANONICAL_CRITERIA_H_
