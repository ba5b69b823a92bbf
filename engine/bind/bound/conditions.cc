#include "engine/bind/bound/conditions.h"

#include <utility>

namespace muster::bind {

using Op = grammar::Compare::Op;

ConditionPtr MakeNode(Condition::Kind kind, model::Entity entity) {
  auto node = std::make_unique<Condition>();
  node->kind = kind;
  node->entity = entity;
  return node;
}

ConditionPtr MakeRange(model::FieldId field, model::Part part, int64_t low, int64_t high) {
  ConditionPtr range = MakeNode(Condition::Kind::kRange, model::Info(field).entity);
  range->field = field;
  range->part = part;
  range->low = low;
  range->high = high;
  return range;
}

ConditionPtr MakeIntervalRange(model::FieldId field, model::Part low_part, model::Part high_part, ValueRange bounds,
                               bool possibly) {
  // Nothing lies in an empty range, though bounds may reach over it.
  if (bounds.low > bounds.high) return MakeNode(Condition::Kind::kNone, model::Info(field).entity);
  std::vector<ConditionPtr> operands;
  if (bounds.low != kLowest)
    operands.push_back(MakeRange(field, possibly ? high_part : low_part, bounds.low, kHighest));
  if (bounds.high != kHighest)
    operands.push_back(MakeRange(field, possibly ? low_part : high_part, kLowest, bounds.high));
  if (operands.empty()) operands.push_back(MakeRange(field, low_part, kLowest, kHighest));
  return Combine(Condition::Kind::kAnd, model::Info(field).entity, std::move(operands));
}

ConditionPtr MakeNumberRange(model::FieldId field, ValueRange bounds, bool has_bounds, bool possibly) {
  ConditionPtr exact = MakeRange(field, model::kValuePart, bounds.low, bounds.high);
  if (!has_bounds) return exact;
  std::vector<ConditionPtr> either;
  either.push_back(std::move(exact));
  either.push_back(MakeIntervalRange(field, model::kNumberLow, model::kNumberHigh, bounds, possibly));
  return Combine(Condition::Kind::kOr, model::Info(field).entity, std::move(either));
}

ConditionPtr Combine(Condition::Kind kind, model::Entity entity, std::vector<ConditionPtr> operands) {
  if (operands.size() == 1) return std::move(operands[0]);
  ConditionPtr node = MakeNode(kind, entity);
  node->operands = std::move(operands);
  return node;
}

ConditionPtr Negate(ConditionPtr condition) {
  ConditionPtr node = MakeNode(Condition::Kind::kNot, condition->entity);
  node->operands.push_back(std::move(condition));
  return node;
}

ConditionPtr MakeCodes(model::FieldId field, ontology::SymbolSet symbols, size_t terms, std::string label) {
  ConditionPtr codes = MakeNode(Condition::Kind::kCodes, model::Info(field).entity);
  codes->field = field;
  codes->symbols = std::move(symbols);
  codes->terms = terms;
  codes->label = std::move(label);
  return codes;
}

ConditionPtr Recorded(model::FieldId field) {
  ConditionPtr recorded = MakeNode(Condition::Kind::kRecorded, model::Info(field).entity);
  recorded->field = field;
  return recorded;
}

ConditionPtr Both(ConditionPtr a, ConditionPtr b) {
  const model::Entity entity = a->entity;
  std::vector<ConditionPtr> operands;
  operands.push_back(std::move(a));
  operands.push_back(std::move(b));
  return Combine(Condition::Kind::kAnd, entity, std::move(operands));
}

ConditionPtr RecordedButNot(ConditionPtr has_value, ConditionPtr is) {
  return Both(std::move(has_value), Negate(std::move(is)));
}

ConditionPtr InSpace(ConditionPtr condition, model::Entity space) {
  if (condition == nullptr || condition->entity == space) return condition;
  ConditionPtr node = MakeNode(Condition::Kind::kAncestor, space);
  node->child = condition->entity;
  node->operands.push_back(std::move(condition));
  return node;
}

bool IsOrdered(Op op) {
  return op == Op::kIs || op == Op::kIsNot || op == Op::kLess || op == Op::kLessEqual || op == Op::kGreater ||
         op == Op::kGreaterEqual || op == Op::kBetween;
}

ValueRange BoundsOf(Op op, int64_t first, int64_t second) {
  switch (op) {
    case Op::kLess:
      return {kLowest, first - 1};
    case Op::kLessEqual:
      return {kLowest, first};
    case Op::kGreater:
      return {first + 1, kHighest};
    case Op::kGreaterEqual:
      return {first, kHighest};
    case Op::kBetween:
      return {first, second};
    default:
      return {first, first};
  }
}

void WarnIfEmpty(const grammar::Compare& compare, bool empty, Reporter* reporter) {
  if (compare.op != Op::kBetween || !empty) return;
  reporter->Warn(compare.op_span, "empty-range", "nothing is between these: the first is above the second",
                 {"write the lower one first"});
}

ConditionPtr Clone(const Condition& condition) {
  auto copy = std::make_unique<Condition>();
  static_cast<ConditionFields&>(*copy) = condition;
  for (const ConditionPtr& operand : condition.operands) copy->operands.push_back(Clone(*operand));
  return copy;
}

}  // namespace muster::bind
