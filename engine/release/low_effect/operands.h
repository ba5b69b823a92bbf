// What can be left out of a question, and the question without it.
#ifndef MUSTER_ENGINE_RELEASE_LOW_EFFECT_OPERANDS_H_
#define MUSTER_ENGINE_RELEASE_LOW_EFFECT_OPERANDS_H_

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "grammar/syntax.h"

namespace muster::release {

/// One way of leaving out a part of criteria.
struct Operand {
  enum class Kind {
    kWhole,         ///< all criteria
    kOperand,       ///< of `and`, as true; of `or`, as false
    kAtLeastFalse,  ///< of `at least N of`: N stays
    kAtLeastTrue,   ///< of `at least N of`: N - 1 of the others
    kTerm,          ///< of the terms of a `has`
    kValue,         ///< of the values of an `in` or `not in`
    kWith,          ///< the condition of a `has`
  };
  Kind kind = Kind::kWhole;
  const grammar::Expr* owner = nullptr;  ///< the expression that it is an operand of
  size_t index = 0;                      ///< which of its operands, terms or values
  std::string text;                      ///< the canonical text of what is left out
  /// Whether leaving it out only ever adds people, or only ever removes some.
  bool one_way = true;
};

/// All of `expr`, which outlives them, in the order of their texts; those with one text in the order in which they
/// stand.
std::vector<Operand> OperandsOf(const grammar::Expr& expr);
/// How many there are. Seen from the text alone.
size_t CountOperands(const grammar::Expr& expr);

/// `expr` without `left_out`, which are of it. Null when no criterion is left. Of each `or`, list and inner `and` the
/// last operand stays, even if it is among them.
grammar::ExprPtr Without(const grammar::Expr& expr, std::span<const Operand> left_out);

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_LOW_EFFECT_OPERANDS_H_
