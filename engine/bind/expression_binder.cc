#include "engine/bind/expression_binder.h"

#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "engine/bind/conditions.h"
#include "engine/bind/scope.h"

namespace muster::bind {

using model::Entity;

namespace {

// a and (b and c) is a and b and c: what b names, c may speak of.
void Flatten(const grammar::And& node, std::vector<const grammar::Expr*>* operands) {
  for (const grammar::ExprPtr& operand : node.operands) {
    if (const auto* inner = std::get_if<grammar::And>(&operand->node)) {
      Flatten(*inner, operands);
    } else {
      operands->push_back(operand.get());
    }
  }
}

}  // namespace

ConditionPtr ExpressionBinder::Bind(const grammar::Expr& expr, Entity space, Bound bound) {
  certainty_ = CertaintyScope(bound);
  return BindScoped(expr, space);
}

ConditionPtr ExpressionBinder::BindNested(const grammar::Expr& expr, Entity space, bool negated) {
  if (negated) certainty_.Negate();
  ConditionPtr condition = BindScoped(expr, space);
  if (negated) certainty_.Negate();
  return condition;
}

// Rows that are named in `expr` are known in it only.
ConditionPtr ExpressionBinder::BindScoped(const grammar::Expr& expr, Entity space) {
  if (const auto* conjunction = std::get_if<grammar::And>(&expr.node)) return BindAnd(*conjunction, space);
  const size_t first = events_.size();
  ConditionPtr condition = BindExpression(expr, space);
  const bool spoken_of = condition != nullptr ? events_.Close(first) : (events_.Forget(first), false);
  if (!spoken_of) return condition;
  ConditionPtr events = MakeNode(Condition::Kind::kEvents, space);
  events->operands.push_back(std::move(condition));
  return events;
}

// What is named in `expr` is known behind it, too.
ConditionPtr ExpressionBinder::BindExpression(const grammar::Expr& expr, Entity space) {
  if (const auto* node = std::get_if<grammar::And>(&expr.node)) return BindAnd(*node, space);
  if (const auto* node = std::get_if<grammar::Or>(&expr.node)) {
    return BindOperands(node->operands, Condition::Kind::kOr, space);
  }
  if (const auto* node = std::get_if<grammar::Not>(&expr.node)) return BindNot(*node, space);
  if (const auto* node = std::get_if<grammar::AtLeastOf>(&expr.node)) return BindAtLeast(*node, expr.span, space);
  if (const auto* has = std::get_if<grammar::Has>(&expr.node)) {
    const auto relation = FindRelation(has->entity.text);
    return relation ? relatives_.Bind(*has, *relation, space) : has_.Bind(*has, space);
  }
  if (const auto* in = std::get_if<grammar::InCohort>(&expr.node)) return InSpace(cohorts_.Bind(in->cohort), space);
  if (const auto* usable = std::get_if<grammar::Usable>(&expr.node)) {
    return InSpace(data_uses_.Bind(*usable, expr.span), space);
  }
  if (const auto* overlaps = std::get_if<grammar::Overlaps>(&expr.node)) return moments_.BindOverlaps(*overlaps, space);
  return comparisons_.Bind(std::get<grammar::Compare>(expr.node), space);
}

ConditionPtr ExpressionBinder::BindCriteria(const std::vector<const grammar::Expr*>& criteria, Entity space) {
  const size_t first = events_.size();
  ConditionPtr conjunction = MakeNode(Condition::Kind::kAnd, space);
  for (const grammar::Expr* criterion : criteria) {
    const size_t named = events_.size();
    ConditionPtr condition = BindExpression(*criterion, space);
    if (condition == nullptr) {
      events_.Forget(named);
    } else {
      conjunction->operands.push_back(std::move(condition));
    }
  }
  if (events_.Close(first)) conjunction->kind = Condition::Kind::kEvents;
  return conjunction;
}

ConditionPtr ExpressionBinder::BindAnd(const grammar::And& node, Entity space) {
  std::vector<const grammar::Expr*> operands;
  Flatten(node, &operands);
  const size_t first = events_.size();
  ConditionPtr conjunction = MakeNode(Condition::Kind::kAnd, space);
  bool good = true;
  for (const grammar::Expr* operand : operands) {
    conjunction->operands.push_back(BindExpression(*operand, space));
    good = good && conjunction->operands.back() != nullptr;
  }
  if (!good) {
    events_.Forget(first);
    return nullptr;
  }
  if (events_.Close(first)) conjunction->kind = Condition::Kind::kEvents;
  return conjunction;
}

ConditionPtr ExpressionBinder::BindNot(const grammar::Not& node, Entity space) {
  ConditionPtr operand = BindNested(*node.operand, space, /*negated=*/true);
  return operand == nullptr ? nullptr : Negate(std::move(operand));
}

ConditionPtr ExpressionBinder::BindAtLeast(const grammar::AtLeastOf& node, grammar::Span span, Entity space) {
  ConditionPtr bound = BindOperands(node.operands, Condition::Kind::kAtLeast, space);
  if (node.count < 1 || static_cast<size_t>(node.count) > node.operands.size()) {
    reporter_->Error(span, "bad-number",
                     absl::StrCat("at least ", node.count, " of ", node.operands.size(),
                                  node.operands.size() == 1 ? " criterion" : " criteria",
                                  node.count < 1 ? " is always true" : " can never be true"));
    return nullptr;
  }
  if (bound != nullptr) bound->at_least = node.count;
  return bound;
}

ConditionPtr ExpressionBinder::BindOperands(const std::vector<grammar::ExprPtr>& operands, Condition::Kind kind,
                                            Entity space) {
  ConditionPtr node = MakeNode(kind, space);
  bool good = true;
  for (const grammar::ExprPtr& operand : operands) {
    node->operands.push_back(BindScoped(*operand, space));
    good = good && node->operands.back() != nullptr;
  }
  return good ? std::move(node) : nullptr;
}

}  // namespace muster::bind
