// Private to grammar/: criteria, from the tree by the grammar's rules.
#ifndef MUSTER_GRAMMAR_BUILD_EXPRESSION_H_
#define MUSTER_GRAMMAR_BUILD_EXPRESSION_H_

#include <cstdint>

#include "grammar/build_literal.h"
#include "grammar/syntax.h"
#include "grammar/tree.h"

namespace muster::grammar {

/// Each function takes a node of the rule that it is named after, unless it says otherwise.
class ExpressionBuilder {
 public:
  /// `literals` must outlive this.
  explicit ExpressionBuilder(LiteralBuilder* literals) : literals_(literals) {}

  ExprPtr BuildExpression(TreeNode node);

 private:
  // As many operands as the same operator joins.
  template <typename Node>
  ExprPtr BuildChain(uint16_t op, Span span, ExprPtr first, TreeNode::Iterator* child, TreeNode::Iterator end);
  // What stands in an expression before its first `and` or `or`; moves `child` behind it.
  ExprPtr BuildOperand(TreeNode::Iterator* child);
  ExprPtr BuildCondition(TreeNode node);
  ExprPtr BuildPredicate(TreeNode node);
  // Of predicates, by what they begin with.
  ExprPtr BuildHas(TreeNode node);
  ExprPtr BuildOverlaps(TreeNode node);
  ExprPtr BuildInCohort(TreeNode node);
  ExprPtr BuildUsable(TreeNode node);
  ExprPtr BuildCompare(TreeNode node);
  Quantity BuildQuantity(TreeNode node);
  void BuildDates(TreeNode node, Has* has);
  void BuildComparison(TreeNode node, Compare* compare);

  LiteralBuilder* literals_;
};

/// Whether observed or excluded rows are meant, where `node` says it right below.
void BuildPolarity(TreeNode node, Polarity* polarity, Span* span);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_BUILD_EXPRESSION_H_
