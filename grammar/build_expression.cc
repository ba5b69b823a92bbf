#include "grammar/build_expression.h"

#include <memory>
#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "grammar/generated/CohortQueryParser.h"

namespace muster::grammar {
namespace {

using Parser = generated::CohortQueryParser;

template <typename Node>
ExprPtr Make(Span span, Node node) {
  auto expr = std::make_unique<Expr>();
  expr->span = span;
  expr->node = std::move(node);
  return expr;
}

Certainty BuildCertainty(ParseNode node) {
  const auto certainty = node.Find(Parser::RuleCertainty);
  if (!certainty) return Certainty::kDefault;
  return certainty->Has(Parser::POSSIBLY) ? Certainty::kPossibly : Certainty::kCertainly;
}

// By its first word, and for some the words behind that.
Compare::Op BuildOp(ParseNode node) {
  using Op = Compare::Op;
  switch (node.first().kind()) {
    case Parser::LESS:
    case Parser::BEFORE:
      return Op::kLess;
    case Parser::LESS_EQUAL:
      return Op::kLessEqual;
    case Parser::GREATER:
    case Parser::AFTER:
      return Op::kGreater;
    case Parser::GREATER_EQUAL:
      return Op::kGreaterEqual;
    case Parser::BETWEEN:
      return Op::kBetween;
    case Parser::WITHIN:
      return node.Has(Parser::BEFORE) ? Op::kWithinBefore : node.Has(Parser::AFTER) ? Op::kWithinAfter : Op::kWithin;
    case Parser::AT:
      return node.Has(Parser::BEFORE) ? Op::kLongBefore : Op::kLongAfter;
    case Parser::AGED:
      return Op::kAged;
    case Parser::STARTS:
      return Op::kStartsWith;
    case Parser::NOT_EQUAL:
      return Op::kIsNot;
    default: {  // is, =, in, not in
      const bool negated = node.Has(Parser::NOT);
      if (node.Has(Parser::IN)) return negated ? Op::kNotIn : Op::kIn;
      if (node.Has(Parser::RECORDED)) return negated ? Op::kIsMissing : Op::kIsRecorded;
      if (node.Has(Parser::MISSING)) return negated ? Op::kIsRecorded : Op::kIsMissing;
      return negated ? Op::kIsNot : Op::kIs;
    }
  }
}

}  // namespace

void BuildPolarity(ParseNode node, Polarity* polarity, Span* span) {
  const auto written = node.Find(Parser::RulePolarity);
  if (!written) return;
  *polarity = written->Has(Parser::EXCLUDED) ? Polarity::kExcluded : Polarity::kObserved;
  *span = written->span();
}

// The first operand, and then operators and further operands: see Walker.
ExprPtr ExpressionBuilder::BuildExpression(ParseNode node) {
  auto child = node.begin();
  const Span first = (*child).span();
  ExprPtr expr = BuildOperand(&child);
  while (child != node.end()) {
    expr = (*child).IsToken(Parser::AND) ? BuildChain<And>(Parser::AND, first, std::move(expr), &child, node.end())
                                         : BuildChain<Or>(Parser::OR, first, std::move(expr), &child, node.end());
  }
  return expr;
}

template <typename Node>
ExprPtr ExpressionBuilder::BuildChain(uint16_t op, Span span, ExprPtr first, ParseNode::Iterator* child,
                                      ParseNode::Iterator end) {
  Node node;
  node.operands.push_back(std::move(first));
  while (*child != end && (**child).IsToken(op)) {
    ++*child;
    span.end = (**child).span().end;
    node.operands.push_back(BuildExpression(**child));
    ++*child;
  }
  return Make(span, std::move(node));
}

ExprPtr ExpressionBuilder::BuildOperand(ParseNode::Iterator* child) {
  const ParseNode begin = **child;
  ++*child;
  if (begin.IsRule(Parser::RulePredicate)) return BuildPredicate(begin);
  if (begin.IsToken(Parser::NOT)) {
    const ParseNode operand = **child;
    ++*child;
    return Make({begin.span().begin, operand.span().end}, Not{BuildExpression(operand)});
  }
  if (!begin.IsToken(Parser::AT)) {  // in parentheses
    const ParseNode inner = **child;
    ++*child;
    ++*child;
    return BuildExpression(inner);
  }
  AtLeastOf node;
  ++*child;
  node.count = literals_->BuildInteger(**child);
  ++*child;
  ++*child;
  // An expression stands behind the parenthesis and behind each comma.
  Span span = begin.span();
  do {
    ++*child;
    node.operands.push_back(BuildExpression(**child));
    ++*child;
    span.end = (**child).span().end;
  } while ((**child).text() == ",");
  ++*child;
  return Make(span, std::move(node));
}

ExprPtr ExpressionBuilder::BuildCondition(ParseNode node) {
  if (const auto predicate = node.Find(Parser::RulePredicate)) return BuildPredicate(*predicate);
  if (const auto group = node.Find(Parser::RuleExpression)) return BuildExpression(*group);
  return Make(node.span(), Not{BuildCondition(*node.Find(Parser::RuleCondition))});
}

ExprPtr ExpressionBuilder::BuildPredicate(ParseNode node) {
  if (node.Has(Parser::HAS)) return BuildHas(node);
  if (node.Has(Parser::IN)) return node.Has(Parser::USABLE) ? BuildUsable(node) : BuildInCohort(node);
  if (node.Has(Parser::USABLE)) return BuildUsable(node);
  if (node.Has(Parser::OVERLAPS)) return BuildOverlaps(node);
  return BuildCompare(node);
}

ExprPtr ExpressionBuilder::BuildOverlaps(ParseNode node) {
  Overlaps overlaps;
  overlaps.certainty = BuildCertainty(node);
  bool before = true;
  for (const ParseNode child : node) {
    if (child.IsToken(Parser::OVERLAPS)) before = false;
    if (!child.IsRule(Parser::RuleWord)) continue;
    if (before) {
      overlaps.left = literals_->BuildWord(child);
    } else {
      overlaps.right = literals_->BuildWord(child);
    }
  }
  return Make(node.span(), std::move(overlaps));
}

// `in cms` and `in cohort cms` are the same.
ExprPtr ExpressionBuilder::BuildInCohort(ParseNode node) {
  auto child = node.begin();
  ++child;
  const ParseNode first = *child;
  ParseNode last = first;
  while (++child != node.end()) {
    last = *child;
    if (absl::EqualsIgnoreCase(std::string(first.text()), "cohort")) continue;
    literals_->Report(first, "syntax", absl::StrCat("'", std::string(first.text()), "' cannot stand here"),
                      {"write in cohort NAME, or in NAME; quote names of several words"});
  }
  return Make(node.span(), InCohort{literals_->BuildCohort(last)});
}

ExprPtr ExpressionBuilder::BuildUsable(ParseNode node) {
  Usable usable;
  const ParseNode purpose = *node.Find(Parser::RulePurpose);
  usable.purpose.span = purpose.span();
  if (const auto term = purpose.Find(Parser::RuleTerm)) {
    usable.disease = literals_->BuildTerm(*term);
  } else {
    usable.purpose.text = literals_->BuildName(purpose).text;
  }
  if (node.Has(Parser::COMMERCIAL)) usable.user = Usable::User::kCommercial;
  if (node.Has(Parser::NON_COMMERCIAL)) usable.user = Usable::User::kNonCommercial;
  if (const auto country = node.Find(Parser::RuleValue)) usable.country = literals_->BuildValue(*country);
  return Make(node.span(), std::move(usable));
}

ExprPtr ExpressionBuilder::BuildHas(ParseNode node) {
  Has has;
  for (const ParseNode child : node) {
    if (child.IsToken(Parser::FIRST) || child.IsToken(Parser::LAST)) {
      has.order = child.IsToken(Parser::FIRST) ? Order::kFirst : Order::kLast;
      has.order_span = child.span();
    }
    if (child.is_token()) continue;
    switch (child.kind()) {
      case Parser::RuleQuantity:
        has.quantity = BuildQuantity(child);
        break;
      case Parser::RuleName:
        has.entity = literals_->BuildName(child);
        break;
      case Parser::RuleTerms:
        has.terms.reserve(child.Count(Parser::RuleTerm));
        for (const ParseNode term : child) {
          if (term.IsRule(Parser::RuleTerm)) has.terms.push_back(literals_->BuildTerm(term));
        }
        break;
      case Parser::RuleAlias:
        if (has.alias) literals_->Report(child.first(), "syntax", "the row has a name already");
        has.alias = literals_->BuildWord(*child.Find(Parser::RuleWord));
        break;
      case Parser::RuleCondition:
        has.with = BuildCondition(child);
        break;
      case Parser::RuleOnDates:
        BuildDates(child, &has);
        break;
      default:
        break;
    }
  }
  BuildPolarity(node, &has.polarity, &has.polarity_span);
  return Make(node.span(), std::move(has));
}

Quantity ExpressionBuilder::BuildQuantity(ParseNode node) {
  Quantity quantity;
  const bool no = node.Has(Parser::NO);
  quantity.kind = node.Has(Parser::MOST)            ? Quantity::Kind::kAtMost
                  : no || node.Has(Parser::EXACTLY) ? Quantity::Kind::kExactly
                                                    : Quantity::Kind::kAtLeast;
  quantity.count = no ? 0 : literals_->BuildInteger(*node.FindToken(Parser::NUMBER));
  quantity.distinct = node.Has(Parser::DISTINCT);
  quantity.span = node.span();
  return quantity;
}

void ExpressionBuilder::BuildDates(ParseNode node, Has* has) {
  has->dates = literals_->BuildInteger(*node.FindToken(Parser::NUMBER));
  has->dates_span = node.span();
  const std::string what = literals_->BuildWord(*node.Find(Parser::RuleWord)).text;
  if (what != "dates" && what != "date" && what != "days" && what != "day") {
    literals_->Report(*node.FindToken(Parser::DISTINCT), "syntax",
                      absl::StrCat("distinct dates should stand here, not '", what, "'"));
  }
}

ExprPtr ExpressionBuilder::BuildCompare(ParseNode node) {
  Compare compare;
  for (const ParseNode child : node) {
    if (child.is_token()) continue;
    switch (child.kind()) {
      case Parser::RuleWord:
        compare.event = literals_->BuildWord(child);
        break;
      case Parser::RuleName:
        compare.field = literals_->BuildName(child);
        break;
      case Parser::RuleAsOf:
        compare.as_of = literals_->BuildValue(*child.Find(Parser::RuleValue));
        break;
      case Parser::RuleComparison:
        compare.op_span = child.span();
        BuildComparison(child, &compare);
        break;
      default:
        break;
    }
  }
  compare.certainty = BuildCertainty(node);
  return Make(node.span(), std::move(compare));
}

void ExpressionBuilder::BuildComparison(ParseNode node, Compare* compare) {
  compare->op = BuildOp(node);
  compare->values = literals_->BuildValues(node);
  for (const ParseNode child : node) {
    if (child.IsRule(Parser::RuleDuration)) compare->distance = literals_->BuildDuration(child);
    if (child.IsRule(Parser::RulePoint)) compare->values.push_back(literals_->BuildPoint(child));
  }
}

}  // namespace muster::grammar
