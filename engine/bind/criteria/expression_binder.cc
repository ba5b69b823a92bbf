#include "engine/bind/criteria/expression_binder.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/conditions.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/criteria/field_of_row.h"
#include "engine/bind/criteria/one_value.h"
#include "grammar/overloaded.h"

namespace muster::bind {

using model::Entity;

namespace {

// a and (b and c) is a and b and c: c may refer to a row that b names.
void Flatten(const grammar::And& node, std::vector<const grammar::Expr*>* operands) {
  for (const grammar::ExprPtr& operand : node.operands) {
    if (const auto* inner = std::get_if<grammar::And>(&operand->node)) {
      Flatten(*inner, operands);
    } else {
      operands->push_back(operand.get());
    }
  }
}

// Whether the condition, or all that it combines, is about the person already.
bool IsAboutPersons(const Condition* condition) {
  if (condition == nullptr) return false;
  if (condition->kind == Condition::Kind::kPersons) return true;
  if (condition->kind != Condition::Kind::kAnd && condition->kind != Condition::Kind::kNot &&
      condition->kind != Condition::Kind::kAncestor) {
    return false;
  }
  return std::any_of(condition->operands.begin(), condition->operands.end(),
                     [](const ConditionPtr& operand) { return IsAboutPersons(operand.get()); });
}

}  // namespace

ConditionPtr ExpressionBinder::Bind(const grammar::Expr& expr, Entity space, CertaintyMode mode) {
  certainty_ = CertaintyScope(mode);
  const size_t unconverted = values_.quantities().unconverted();
  ConditionPtr condition = BindScoped(expr, space);
  if (condition != nullptr) values_.quantities().WarnOfUnconverted(unconverted);
  return condition;
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
  if (condition == nullptr) {
    events_.Forget(first);
    return nullptr;
  }
  if (events_.Close(first)) {  // rows with names are matched together
    ConditionPtr events = MakeNode(Condition::Kind::kEvents, space);
    events->operands.push_back(std::move(condition));
    condition = std::move(events);
  } else if (!std::holds_alternative<grammar::Has>(expr.node)) {
    return condition;
  }
  return about_ == About::kPersons ? OfPersons(std::move(condition)) : std::move(condition);
}

// What is named in `expr` is known behind it, too.
ConditionPtr ExpressionBinder::BindExpression(const grammar::Expr& expr, Entity space) {
  return std::visit(
      grammar::Overloaded{
          [&](const grammar::And& node) { return BindAnd(node, space); },
          [&](const grammar::Or& node) { return BindOperands(node.operands, Condition::Kind::kOr, space); },
          [&](const grammar::Not& node) { return BindNot(node, space); },
          [&](const grammar::AtLeastOf& node) { return BindAtLeast(node, expr.span, space); },
          [&](const grammar::Has& node) { return AboutWhom(BindHas(node, space)); },
          [&](const grammar::Compare& node) { return AboutWhom(BindCompare(node, space)); },
          [&](const grammar::InCohort& node) { return InSpace(cohorts_.Bind(node.cohort), space); },
          [&](const grammar::Usable& node) { return AboutWhom(InSpace(data_uses_.Bind(node, expr.span), space)); },
          [&](const grammar::Overlaps& node) { return AboutWhom(moments_.BindOverlaps(node, space)); }},
      expr.node);
}

ConditionPtr ExpressionBinder::AboutWhom(ConditionPtr criterion) const {
  const bool whole = about_ != About::kPersons || IsAboutPersons(criterion.get());
  return whole ? std::move(criterion) : OfPersons(std::move(criterion));
}

ConditionPtr ExpressionBinder::BindHas(const grammar::Has& has, Entity space) {
  const auto relation = FindRelation(has.entity.text);
  if (about_ == About::kPersons && (has.alias || has.order != grammar::Order::kAny)) {
    reporter_->Note(has.alias ? has.alias->span : has.order_span, "within-one-dataset",
                    "records of a person in several datasets are named and ordered within each dataset");
  }
  if (!relation) return has_.Bind(has, space);
  ConditionPtr condition = relatives_.Bind(has, *relation, space);
  return about_ == About::kPersons ? EachOfPersons(std::move(condition)) : std::move(condition);
}

// `is not` and `is missing` are about all records of a person: no record says otherwise.
ConditionPtr ExpressionBinder::BindCompare(const grammar::Compare& compare, Entity space) {
  if (compare.op == grammar::Compare::Op::kAged) return BindAged(compare, space);
  const auto field = compare.event || compare.as_of ? std::nullopt : FindFieldUpwards(space, compare.field.text);
  if (about_ == About::kRecords || !field || model::Info(*field).entity != Entity::kIndividual) {
    return comparisons_.Bind(compare, space);
  }
  const auto of_persons = [&](grammar::Compare::Op op) {
    grammar::Compare other = compare;
    other.op = op;
    return OfPersons(comparisons_.Bind(other, space));
  };
  const bool words =
      model::Info(*field).kind == model::Kind::kCode || model::Info(*field).kind == model::Kind::kKeyword;
  if (compare.op == grammar::Compare::Op::kIsMissing) {
    ConditionPtr recorded = of_persons(grammar::Compare::Op::kIsRecorded);
    return recorded == nullptr ? nullptr : Negate(std::move(recorded));
  }
  if (!words || (compare.op != grammar::Compare::Op::kIsNot && compare.op != grammar::Compare::Op::kNotIn))
    return comparisons_.Bind(compare, space);
  ConditionPtr is =
      of_persons(compare.op == grammar::Compare::Op::kIsNot ? grammar::Compare::Op::kIs : grammar::Compare::Op::kIn);
  ConditionPtr recorded = is == nullptr ? nullptr : of_persons(grammar::Compare::Op::kIsRecorded);
  return recorded == nullptr ? nullptr : RecordedButNot(std::move(recorded), std::move(is));
}

// Who is 65 years and nine months old is 65: aged 18 to 65 is >= 18 years and < 66 years.
ConditionPtr ExpressionBinder::BindAged(const grammar::Compare& compare, Entity space) {
  const auto field = compare.event || compare.as_of ? std::nullopt : FindFieldUpwards(space, compare.field.text);
  if (field && model::Info(*field).kind != model::Kind::kTime) {
    reporter_->Error(compare.op_span, "wrong-operator",
                     absl::StrCat(std::string(model::Info(*field).name), " is no time, which `aged` is about"));
    return nullptr;
  }
  grammar::Compare least = compare;
  grammar::Compare below = compare;
  least.op = grammar::Compare::Op::kGreaterEqual;
  least.values = {compare.values.front()};
  below.op = grammar::Compare::Op::kLess;
  below.values = {compare.values.back()};
  for (grammar::Literal* literal : {&least.values[0], &below.values[0]}) {
    const bool years = literal->unit.empty() || literal->unit == "year" || literal->unit == "years";
    if (literal->kind != grammar::Literal::Kind::kNumber || !years || literal->number < 0 ||
        literal->number != std::floor(literal->number)) {
      reporter_->Error(literal->span, "not-a-number",
                       absl::StrCat("'", literal->text, "' is not a number of completed years"),
                       {"write aged 18 to 65, or aged 18; for other ages >= 18 months and < 36 months"});
      return nullptr;
    }
    literal->unit = "years";
  }
  if (least.values[0].number > below.values[0].number) {
    reporter_->Warn(compare.op_span, "empty-range", "nothing is between these: the first is above the second",
                    {"write the lower one first"});
    return MakeNode(Condition::Kind::kNone, space);
  }
  below.values[0].number += 1;
  ConditionPtr old_enough = comparisons_.Bind(least, space);
  ConditionPtr young_enough = old_enough == nullptr ? nullptr : comparisons_.Bind(below, space);
  return young_enough == nullptr ? nullptr : Both(std::move(old_enough), std::move(young_enough));
}

ConditionPtr ExpressionBinder::CloseNames(ConditionPtr conjunction, size_t first) {
  const bool referenced = events_.Close(first);
  if (about_ == About::kRecords) {
    if (referenced) conjunction->kind = Condition::Kind::kEvents;
    return conjunction;
  }
  // Rows with names are of one record of the person; other criteria may be met by another one.
  const Entity space = conjunction->entity;
  ConditionPtr events = MakeNode(Condition::Kind::kEvents, space);
  std::vector<ConditionPtr> others;
  for (ConditionPtr& operand : conjunction->operands) {
    if (IsAboutNamedRows(*operand)) {
      events->operands.push_back(std::move(operand));
    } else {
      const bool plain = operand->kind == Condition::Kind::kExists || operand->kind == Condition::Kind::kAncestor;
      others.push_back(plain ? OfPersons(std::move(operand)) : std::move(operand));
    }
  }
  conjunction->operands = std::move(others);
  if (!events->operands.empty()) conjunction->operands.push_back(OfPersons(std::move(events)));
  return conjunction;
}

ConditionPtr ExpressionBinder::BindCriteria(const std::vector<const grammar::Expr*>& criteria, Entity space,
                                            std::vector<const grammar::Expr*>* unbound) {
  const size_t first = events_.size();
  ConditionPtr conjunction = MakeNode(Condition::Kind::kAnd, space);
  for (const grammar::Expr* criterion : criteria) {
    const size_t named = events_.size();
    ConditionPtr condition = BindExpression(*criterion, space);
    if (condition == nullptr) {
      events_.Forget(named);
      if (unbound != nullptr) unbound->push_back(criterion);
    } else {
      conjunction->operands.push_back(std::move(condition));
    }
  }
  return CloseNames(std::move(conjunction), first);
}

ConditionPtr ExpressionBinder::BindAnd(const grammar::And& node, Entity space) {
  std::vector<const grammar::Expr*> operands;
  operands.reserve(node.operands.size());
  Flatten(node, &operands);
  const size_t first = events_.size();
  const size_t unconverted = values_.quantities().unconverted();
  ConditionPtr conjunction = MakeNode(Condition::Kind::kAnd, space);
  const std::vector<const grammar::Expr*> wrong = ReportFieldsOfRows(reporter_, operands, JoinedBy::kAnd, space);
  bool good = wrong.empty();
  conjunction->operands.reserve(operands.size());
  for (const grammar::Expr* operand : operands) {
    if (std::find(wrong.begin(), wrong.end(), operand) != wrong.end()) continue;
    conjunction->operands.push_back(BindExpression(*operand, space));
    good = good && conjunction->operands.back() != nullptr;
  }
  if (!good) {
    events_.Forget(first);
    return nullptr;
  }
  // assay is ... and value >= ...: the comparison is about rows of that assay.
  for (const ConditionPtr& operand : conjunction->operands) {
    if (operand->kind != Condition::Kind::kCodes || operand->field != model::Info(operand->entity).primary) continue;
    values_.quantities().RestrictUnconverted(unconverted, operand->entity, operand->symbols, operand->label);
  }
  if (!certainty_.AsWritten()) JoinComparisons(conjunction.get());
  return CloseNames(std::move(conjunction), first);
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
  std::vector<const grammar::Expr*> wrong;
  if (kind == Condition::Kind::kOr && reporter_->ExplainsErrors()) {
    std::vector<const grammar::Expr*> all;
    for (const grammar::ExprPtr& operand : operands) all.push_back(operand.get());
    wrong = ReportFieldsOfRows(reporter_, all, JoinedBy::kOr, space);
  }
  bool good = wrong.empty();
  for (const grammar::ExprPtr& operand : operands) {
    if (std::find(wrong.begin(), wrong.end(), operand.get()) != wrong.end()) continue;
    node->operands.push_back(BindScoped(*operand, space));
    good = good && node->operands.back() != nullptr;
  }
  if (!good) return nullptr;
  if (!certainty_.AsWritten()) JoinComparisons(node.get());
  return node;
}

}  // namespace muster::bind
