// Copies of syntax trees.
#ifndef MUSTER_GRAMMAR_CLONE_H_
#define MUSTER_GRAMMAR_CLONE_H_

#include "grammar/syntax.h"

namespace muster::grammar {

/// An independent copy, places in the text included. Null for null.
ExprPtr Clone(const ExprPtr& expr);
ExprPtr Clone(const Expr& expr);
/// The same of a `has`, of a count, and of any statement.
Has Clone(const Has& has);
Count Clone(const Count& count);
Statement Clone(const Statement& statement);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_CLONE_H_
