#include "grammar/build_expression.h"

#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "grammar/generated/CohortQueryParser.h"
#include "grammar/some_of.h"

namespace muster::grammar {
namespace {

using Parser = generated::CohortQueryParser;

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
      return node.Has(Parser::BEFORE)  ? Op::kLongBefore
             : node.Has(Parser::AFTER) ? Op::kLongAfter
             : node.Has(Parser::MOST)  ? Op::kLessEqual
                                       : Op::kGreaterEqual;
    case Parser::AGED:
      return Op::kAged;
    case Parser::STARTS:
      return Op::kStartsWith;
    case Parser::NOT_EQUAL:
      return Op::kIsNot;
    default: {  // is, =, in, not in, is at least
      const bool negated = node.Has(Parser::NOT);
      if (node.Has(Parser::AT)) return node.Has(Parser::MOST) ? Op::kLessEqual : Op::kGreaterEqual;
      if (node.Has(Parser::IN)) return negated ? Op::kNotIn : Op::kIn;
      if (node.Has(Parser::RECORDED)) return negated ? Op::kIsMissing : Op::kIsRecorded;
      if (node.Has(Parser::MISSING)) return negated ? Op::kIsRecorded : Op::kIsMissing;
      return negated ? Op::kIsNot : Op::kIs;
    }
  }
}

// has disease A except B is has disease A with term not in (B): every entity that has terms calls them so.
ExprPtr MakeTermNotIn(std::vector<Literal> terms, Span span) {
  Compare compare;
  compare.field = {"term", span};
  compare.op = Compare::Op::kNotIn;
  compare.op_span = span;
  compare.values = std::move(terms);
  return MakeExpr(span, std::move(compare));
}

}  // namespace

void BuildPolarity(ParseNode node, Polarity* polarity, Span* span) {
  const auto written = node.Find(Parser::RulePolarity);
  if (!written) return;
  *polarity = written->Has(Parser::EXCLUDED) ? Polarity::kExcluded : Polarity::kObserved;
  *span = written->span();
}

// The first operand, and then operators and further operands, which are siblings in the tree (atn/parser.h).
ExprPtr ExpressionBuilder::BuildExpression(ParseNode node) {
  auto child = node.begin();
  const Span first = (*child).span();
  ExprPtr expr = BuildOperand(&child);
  bool joined = false;
  while (child != node.end()) {
    if ((*child).IsToken(Parser::OR)) {
      const bool beside_and = joined && std::holds_alternative<And>(expr->node);
      expr = BuildChain<Or>(first, std::move(expr), &child, node.end());
      if (beside_and) std::get<Or>(expr->node).beside_and = true;
    } else {
      expr = BuildChain<And>(first, std::move(expr), &child, node.end());
    }
    joined = true;
  }
  joined_ = joined;
  return expr;
}

template <typename Node>
ExprPtr ExpressionBuilder::BuildChain(Span span, ExprPtr first, ParseNode::Iterator* child, ParseNode::Iterator end) {
  Node node;
  node.operands.reserve(3);  // which take no more memory than one
  node.operands.push_back(std::move(first));
  while (*child != end && (**child).IsToken(Parser::OR) == std::is_same_v<Node, Or>) {
    const ParseNode op = **child;
    ++*child;
    const Span operand = (**child).span();
    span.end = operand.end;
    ExprPtr expr = BuildExpression(**child);
    if constexpr (std::is_same_v<Node, Or>) {
      node.beside_and = node.beside_and || (joined_ && std::holds_alternative<And>(expr->node));
    }
    if (op.IsToken(Parser::EXCEPT)) expr = MakeExpr({op.span().begin, operand.end}, Not{std::move(expr)});
    node.operands.push_back(std::move(expr));
    ++*child;
  }
  return MakeExpr(span, std::move(node));
}

ExprPtr ExpressionBuilder::BuildOperand(ParseNode::Iterator* child) {
  const ParseNode begin = **child;
  if (begin.IsToken(Parser::AT) || begin.IsToken(Parser::EXACTLY) || begin.IsToken(Parser::NONE)) {
    return BuildSomeOf(child);
  }
  ++*child;
  if (begin.IsRule(Parser::RulePredicate)) return BuildPredicate(begin);
  if (begin.IsToken(Parser::NOT)) {
    const ParseNode operand = **child;
    ++*child;
    return MakeExpr({begin.span().begin, operand.span().end}, Not{BuildExpression(operand)});
  }
  const ParseNode inner = **child;  // in parentheses
  ++*child;
  ++*child;
  return BuildExpression(inner);
}

ExprPtr ExpressionBuilder::BuildSomeOf(ParseNode::Iterator* child) {
  const ParseNode begin = **child;
  AtLeastOf some;
  const bool exactly = begin.IsToken(Parser::EXACTLY);
  if (exactly || begin.IsToken(Parser::NONE)) some.kind = Quantity::Kind::kExactly;
  for (; !(**child).IsToken(Parser::OF); ++*child) {
    if ((**child).IsToken(Parser::MOST)) some.kind = Quantity::Kind::kAtMost;
    if ((**child).IsRule(Parser::RuleNumber)) some.count = literals_->BuildInteger(**child, &some.count_from);
  }
  if (exactly && ++exactly_ > 1) {
    literals_->Report(begin, "exactly-in-exactly", "`exactly N of` stands inside another one",
                      {"write at least N of (...) and at most N of (...) for one of them"});
  }
  ++*child;
  // An expression stands behind the parenthesis and behind each comma.
  Span span = begin.span();
  do {
    ++*child;
    some.operands.push_back(BuildExpression(**child));
    ++*child;
    span.end = (**child).span().end;
  } while ((**child).text() == ",");
  ++*child;
  if (exactly) --exactly_;
  if (!some.count_from.name.empty()) return MakeExpr(span, std::move(some));
  std::string mistake;
  ExprPtr expr = MakeSomeOf(span, std::move(some), &mistake);
  if (!mistake.empty()) literals_->Report(begin, "bad-number", std::move(mistake));
  return expr;
}

ExprPtr ExpressionBuilder::BuildCondition(ParseNode node) {
  if (const auto predicate = node.Find(Parser::RulePredicate)) return BuildPredicate(*predicate);
  if (const auto group = node.Find(Parser::RuleExpression)) return BuildExpression(*group);
  return MakeExpr(node.span(), Not{BuildCondition(*node.Find(Parser::RuleCondition))});
}

ExprPtr ExpressionBuilder::BuildPredicate(ParseNode node) {
  if (node.Has(Parser::HAS) || node.Has(Parser::NO)) return BuildHas(node);
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
  return MakeExpr(node.span(), std::move(overlaps));
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
    const bool dataset = absl::EqualsIgnoreCase(std::string(first.text()), "dataset");
    literals_->Report(first, "syntax", absl::StrCat("'", std::string(first.text()), "' cannot stand here"),
                      {dataset ? absl::StrCat("write dataset is ", std::string((*child).text()))
                               : std::string("write in cohort NAME, or in NAME; quote names of several words")});
  }
  return MakeExpr(node.span(), InCohort{literals_->BuildCohort(last)});
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
  return MakeExpr(node.span(), std::move(usable));
}

ExprPtr ExpressionBuilder::BuildHas(ParseNode node) {
  Has has;
  ExprPtr except;
  if (const auto no = node.FindToken(Parser::NO)) has.quantity = {Quantity::Kind::kExactly, 0, false, no->span()};
  for (const ParseNode child : node) {
    if (child.IsToken(Parser::FIRST) || child.IsToken(Parser::LAST)) {
      has.order = child.IsToken(Parser::FIRST) ? Order::kFirst : Order::kLast;
      has.order_span = child.span();
    }
    if (child.IsToken(Parser::ANOTHER)) another_.push_back(child.span());
    if (child.is_token()) continue;
    switch (child.kind()) {
      case Parser::RuleQuantity:
        has.quantity = BuildQuantity(child);
        break;
      case Parser::RuleValued:
        has.with = BuildValued(child);
        break;
      case Parser::RuleName:
        has.entity = literals_->BuildName(child);
        break;
      case Parser::RuleTerms: {
        LiteralBuilder::TermList terms = literals_->BuildTerms(child);
        has.terms = std::move(terms.any);
        if (!terms.except.empty()) except = MakeTermNotIn(std::move(terms.except), child.span());
        break;
      }
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
  if (except != nullptr) {
    const Span span = except->span;
    if (has.with != nullptr) {
      And both;
      both.operands.push_back(std::move(except));
      both.operands.push_back(std::move(has.with));
      except = MakeExpr(span, std::move(both));
    }
    has.with = std::move(except);
  }
  return MakeExpr(node.span(), std::move(has));
}

// has measurement X >= 7 %: every entity that has such numbers calls them its value.
ExprPtr ExpressionBuilder::BuildValued(ParseNode node) {
  Compare compare;
  compare.field = {"value", node.span()};
  compare.op_span = node.span();
  BuildComparison(node, &compare);
  return MakeExpr(node.span(), std::move(compare));
}

Quantity ExpressionBuilder::BuildQuantity(ParseNode node) {
  Quantity quantity;
  const bool no = node.Has(Parser::NO);
  quantity.kind = node.Has(Parser::MOST)            ? Quantity::Kind::kAtMost
                  : no || node.Has(Parser::EXACTLY) ? Quantity::Kind::kExactly
                                                    : Quantity::Kind::kAtLeast;
  quantity.count = no ? 0 : literals_->BuildInteger(*node.Find(Parser::RuleNumber), &quantity.count_from);
  quantity.distinct = node.Has(Parser::DISTINCT);
  quantity.span = node.span();
  return quantity;
}

void ExpressionBuilder::BuildDates(ParseNode node, Has* has) {
  has->dates = literals_->BuildInteger(*node.Find(Parser::RuleNumber), &has->dates_from);
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
        compare.as_of = literals_->BuildAsOf(child);
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
  const ParseNode comparison = *node.Find(Parser::RuleComparison);
  if (!comparison.Has(Parser::EXCEPT)) return MakeExpr(node.span(), std::move(compare));
  And both;  // is A except B: is A, and is not B
  Compare except = compare;
  except.op = Compare::Op::kNotIn;
  except.values = literals_->BuildTerms(comparison).except;
  both.operands.push_back(MakeExpr(node.span(), std::move(compare)));
  both.operands.push_back(MakeExpr(node.span(), std::move(except)));
  return MakeExpr(node.span(), std::move(both));
}

void ExpressionBuilder::BuildComparison(ParseNode node, Compare* compare) {
  compare->op = BuildOp(node);
  compare->values = literals_->BuildValues(node);
  for (const ParseNode child : node) {
    if (child.IsRule(Parser::RuleDuration)) compare->distance = literals_->BuildDuration(child);
    if (child.IsRule(Parser::RulePoint)) compare->values.push_back(literals_->BuildPoint(child));
    if (child.IsRule(Parser::RuleAmount)) compare->values.push_back(literals_->BuildAmount(child));
    if (child.IsRule(Parser::RuleAlternative)) compare->values.push_back(literals_->BuildListed(child));
    if (child.IsToken(Parser::PARAMETER)) compare->values.push_back(literals_->BuildParameter(child));
  }
  if (compare->op == Compare::Op::kIs && compare->values.size() > 1) compare->op = Compare::Op::kIn;  // is A or B
}

}  // namespace muster::grammar
