// `exactly N of (...)`, which the tree has as `at least N of` and not `at least N + 1 of` with the same place in the
// text.
#ifndef MUSTER_GRAMMAR_EXACTLY_H_
#define MUSTER_GRAMMAR_EXACTLY_H_

#include "grammar/syntax.h"

namespace muster::grammar {

/// Its criteria and their number; null for other expressions, also for those that say the same in two criteria.
inline const AtLeastOf* ExactlyOf(const And& node) {
  if (node.operands.size() != 2) return nullptr;
  const Expr& first = *node.operands[0];
  const Expr& second = *node.operands[1];
  const auto* least = std::get_if<AtLeastOf>(&first.node);
  const auto* fewer = std::get_if<Not>(&second.node);
  const auto* more = fewer == nullptr ? nullptr : std::get_if<AtLeastOf>(&fewer->operand->node);
  const bool one = least != nullptr && more != nullptr && more->count == least->count + 1 &&
                   more->operands.size() == least->operands.size() && first.span.begin < first.span.end &&
                   first.span.begin == second.span.begin && first.span.end == second.span.end;
  return one ? least : nullptr;
}

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_EXACTLY_H_
