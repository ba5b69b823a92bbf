// Private to grammar/: criteria, from the tree by the grammar's rules.
#ifndef MUSTER_GRAMMAR_BUILD_EXPRESSION_H_
#define MUSTER_GRAMMAR_BUILD_EXPRESSION_H_

#include <cstdint>
#include <vector>

#include "grammar/atn/parse_tree.h"
#include "grammar/build_literal.h"
#include "grammar/syntax.h"

namespace muster::grammar {

/// Each function takes a node of the rule that it is named after, unless it says otherwise.
class ExpressionBuilder {
 public:
  /// `literals` must outlive this.
  explicit ExpressionBuilder(LiteralBuilder* literals) : literals_(literals) {}

  ExprPtr BuildExpression(ParseNode node);
  /// Where `another` stands in what was built.
  const std::vector<Span>& another() const { return another_; }

 private:
  // As many operands as the same operator joins. Of `except` the operand is negated.
  template <typename Node>
  ExprPtr BuildChain(Span span, ExprPtr first, ParseNode::Iterator* child, ParseNode::Iterator end);
  // What stands in an expression before its first `and` or `or`; moves `child` behind it.
  ExprPtr BuildOperand(ParseNode::Iterator* child);
  // at least N of, at most N of, exactly N of, none of
  ExprPtr BuildSomeOf(ParseNode::Iterator* child);
  ExprPtr BuildCondition(ParseNode node);
  ExprPtr BuildPredicate(ParseNode node);
  // Of predicates, by what they begin with.
  ExprPtr BuildHas(ParseNode node);
  ExprPtr BuildOverlaps(ParseNode node);
  ExprPtr BuildInCohort(ParseNode node);
  ExprPtr BuildUsable(ParseNode node);
  ExprPtr BuildCompare(ParseNode node);
  ExprPtr BuildValued(ParseNode node);
  Quantity BuildQuantity(ParseNode node);
  void BuildDates(ParseNode node, Has* has);
  void BuildComparison(ParseNode node, Compare* compare);

  LiteralBuilder* literals_;
  bool joined_ = false;  // whether the expression that was built last is an `and` or `or` without parentheses
  int exactly_ = 0;      // how many `exactly N of` the node is in
  std::vector<Span> another_;
};

/// Whether observed or excluded rows are meant, where `node` says it right below.
void BuildPolarity(ParseNode node, Polarity* polarity, Span* span);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_BUILD_EXPRESSION_H_
