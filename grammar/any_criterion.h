// Walks over criteria that look for one of a kind.
#ifndef MUSTER_GRAMMAR_ANY_CRITERION_H_
#define MUSTER_GRAMMAR_ANY_CRITERION_H_

#include <algorithm>
#include <variant>
#include <vector>

#include "grammar/overloaded.h"
#include "grammar/syntax.h"

namespace muster::grammar {

/// Whether a criterion of `expr`, however deep, satisfies `f`: an Overloaded of functions for Has, Compare, InCohort,
/// Usable and Overlaps. What a `has` says of its rows is looked at as well.
template <typename F>
bool AnyCriterion(const Expr& expr, const F& f) {
  const auto any = [&](const std::vector<ExprPtr>& operands) {
    return std::any_of(operands.begin(), operands.end(),
                       [&](const ExprPtr& operand) { return AnyCriterion(*operand, f); });
  };
  return std::visit(
      Overloaded{[&](const And& node) { return any(node.operands); },
                 [&](const Or& node) { return any(node.operands); },
                 [&](const AtLeastOf& node) { return any(node.operands); },
                 [&](const Not& node) { return AnyCriterion(*node.operand, f); },
                 [&](const Has& node) { return f(node) || (node.with != nullptr && AnyCriterion(*node.with, f)); },
                 [&](const Compare& node) { return f(node); }, [&](const InCohort& node) { return f(node); },
                 [&](const Usable& node) { return f(node); }, [&](const Overlaps& node) { return f(node); }},
      expr.node);
}

/// Whether a row is given a name anywhere in `expr`, or spoken of by one. Such criteria belong together in their order.
inline bool SpeaksOfNamedRows(const Expr& expr) {
  const auto speaks = [](const Literal& value) { return !value.event.empty(); };
  return AnyCriterion(expr, Overloaded{[](const Has& has) { return has.alias.has_value(); },
                                       [&](const Compare& compare) {
                                         return compare.event.has_value() ||
                                                std::any_of(compare.values.begin(), compare.values.end(), speaks);
                                       },
                                       [](const InCohort&) { return false; }, [](const Usable&) { return false; },
                                       [](const Overlaps&) { return true; }});
}

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_ANY_CRITERION_H_
