// Walks over criteria. ForEachChild is the only place that knows the children of each kind.
#ifndef MUSTER_GRAMMAR_WALK_H_
#define MUSTER_GRAMMAR_WALK_H_

#include <algorithm>
#include <type_traits>
#include <variant>

#include "grammar/overloaded.h"
#include "grammar/syntax.h"

namespace muster::grammar {

/// Calls f(child), an ExprPtr, for each criterion directly within `expr`: operands, and what a `has` says of its rows.
/// `expr` may be const; a new kind of criterion that is not named here does not compile.
template <typename E, typename F>
void ForEachChild(E& expr, const F& f) {
  std::visit(
      [&](auto& node) {
        using Node = std::remove_cvref_t<decltype(node)>;
        if constexpr (std::is_same_v<Node, And> || std::is_same_v<Node, Or> || std::is_same_v<Node, AtLeastOf>) {
          for (auto& operand : node.operands) f(operand);
        } else if constexpr (std::is_same_v<Node, Not>) {
          f(node.operand);
        } else if constexpr (std::is_same_v<Node, Has>) {
          if (node.with != nullptr) f(node.with);
        } else {
          static_assert(std::is_same_v<Node, Compare> || std::is_same_v<Node, InCohort> ||
                        std::is_same_v<Node, Usable> || std::is_same_v<Node, Overlaps>);
        }
      },
      expr.node);
}

/// Whether a criterion of `expr`, however deep, satisfies `f`: an Overloaded of functions for Has, Compare, InCohort,
/// Usable and Overlaps.
template <typename F>
bool AnyCriterion(const Expr& expr, const F& f) {
  bool any = std::visit(Overloaded{[](const And&) { return false; }, [](const Or&) { return false; },
                                   [](const AtLeastOf&) { return false; }, [](const Not&) { return false; },
                                   [&](const auto& criterion) { return f(criterion); }},
                        expr.node);
  ForEachChild(expr, [&](const ExprPtr& child) { any = any || AnyCriterion(*child, f); });
  return any;
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

#endif  // MUSTER_GRAMMAR_WALK_H_
