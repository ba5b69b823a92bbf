#include "engine/bind/criteria/scopes/persons_scope.h"

#include <set>
#include <utility>

#include "engine/bind/bound/conditions.h"

namespace muster::bind {
namespace {

using Kind = Condition::Kind;

// The row that a criterion of a conjunction names for the others.
Slot NamedBy(const Condition& condition) {
  const Condition& exists = condition.kind == Kind::kAncestor ? *condition.operands[0] : condition;
  return exists.kind == Kind::kExists ? exists.slot : kThisRow;
}

// Names that are used in the condition and not given there.
std::set<Slot> Free(const Condition& condition) {
  std::set<Slot> free;
  for (const ConditionPtr& operand : condition.operands) free.merge(Free(*operand));
  if (condition.kind == Kind::kNamed) free.insert(condition.slot);
  free.insert(condition.left.slot);
  free.insert(condition.right.slot);
  free.insert(condition.others.begin(), condition.others.end());
  if (condition.kind == Kind::kExists) free.erase(condition.slot);
  if (condition.kind == Kind::kEvents) {
    for (const ConditionPtr& operand : condition.operands) free.erase(NamedBy(*operand));
  }
  free.erase(kThisRow);
  return free;
}

}  // namespace

bool IsAboutNamedRows(const Condition& condition) { return NamedBy(condition) != kThisRow || !Free(condition).empty(); }

ConditionPtr OfPersons(ConditionPtr condition) {
  if (condition == nullptr || IsAboutNamedRows(*condition)) return condition;
  if (condition->kind == Kind::kAncestor && condition->child == model::Entity::kIndividual) {
    condition->operands[0] = OfPersons(std::move(condition->operands[0]));
    return condition;
  }
  if (condition->entity != model::Entity::kIndividual || condition->kind == Kind::kPersons) return condition;
  ConditionPtr persons = MakeNode(Kind::kPersons, model::Entity::kIndividual);
  persons->operands.push_back(std::move(condition));
  return persons;
}

ConditionPtr EachOfPersons(ConditionPtr condition) {
  if (condition == nullptr) return nullptr;
  const bool parts = condition->kind == Kind::kAnd || condition->kind == Kind::kNot ||
                     (condition->kind == Kind::kAncestor && condition->child == model::Entity::kIndividual);
  if (!parts) return OfPersons(std::move(condition));
  for (ConditionPtr& operand : condition->operands) operand = EachOfPersons(std::move(operand));
  return condition;
}

}  // namespace muster::bind
