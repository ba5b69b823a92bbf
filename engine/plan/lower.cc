// From bound conditions to plan nodes, and the order of the passes.
#include "engine/plan/lower.h"

#include <utility>

#include "engine/plan/passes.h"

namespace muster::plan {
namespace {

using bind::Condition;
using model::Entity;
using model::Family;

NodePtr Lift(NodePtr input, Entity to, int count, bool distinct) {
  NodePtr lift = MakeNode(Op::kLift, to);
  lift->count = count;
  lift->distinct = distinct;
  lift->inputs.push_back(std::move(input));
  return lift;
}

NodePtr Not(NodePtr input) {
  NodePtr node = MakeNode(Op::kNot, input->entity);
  node->inputs.push_back(std::move(input));
  return node;
}

// The rows of the child entity that a kExists is about.
NodePtr LowerRows(const Condition& exists) {
  const model::EntityInfo& info = model::Info(exists.child);
  std::vector<NodePtr> inputs;
  const bool filtered = exists.symbols != nullptr || exists.polarity != bind::Polarity::kAny;
  if (filtered) {
    NodePtr rows = MakeNode(Op::kPostings, exists.child);
    rows->field = static_cast<model::FieldId>(info.primary);
    rows->families = {exists.polarity == bind::Polarity::kExcluded ? Family::kExcludedRows : Family::kObservedRows};
    rows->symbols = exists.symbols;
    rows->label = exists.label;
    inputs.push_back(std::move(rows));
  }
  if (exists.order != bind::Order::kAny) {
    NodePtr pick = MakeNode(Op::kPick, exists.child);
    pick->last = exists.order == bind::Order::kLast;
    pick->above = exists.entity;
    pick->left = exists.left;
    pick->inputs.push_back(filtered ? std::move(inputs[0]) : MakeNode(Op::kAll, exists.child));
    inputs.clear();
    inputs.push_back(std::move(pick));
  }
  for (const bind::ConditionPtr& operand : exists.operands) inputs.push_back(Lower(*operand));
  if (inputs.empty()) return MakeNode(Op::kAll, exists.child);
  if (inputs.size() == 1) return std::move(inputs[0]);
  NodePtr node = MakeNode(Op::kAnd, exists.child);
  node->inputs = std::move(inputs);
  return node;
}

NodePtr LowerExists(const Condition& exists) {
  const auto lift = [&](int count) {
    NodePtr node = Lift(LowerRows(exists), exists.entity, count, exists.count.distinct);
    node->slot = exists.slot;
    node->dates = exists.dates;
    node->left = exists.left;
    return node;
  };
  switch (exists.count.kind) {
    case bind::Count::Kind::kAtLeast:
      return lift(exists.count.count);
    case bind::Count::Kind::kAtMost:
      return Not(lift(exists.count.count + 1));
    case bind::Count::Kind::kExactly: {
      NodePtr fewer = Not(lift(exists.count.count + 1));
      if (exists.count.count == 0) return fewer;
      NodePtr both = MakeNode(Op::kAnd, exists.entity);
      both->inputs.push_back(lift(exists.count.count));
      both->inputs.push_back(std::move(fewer));
      return both;
    }
  }
  return nullptr;
}

}  // namespace

NodePtr MakeNode(Op op, Entity entity) {
  auto node = std::make_unique<Node>();
  node->op = op;
  node->entity = entity;
  return node;
}

NodePtr Lower(const Condition& condition) {
  using Kind = Condition::Kind;
  if (condition.kind == Kind::kExists) return LowerExists(condition);
  NodePtr node = MakeNode(Op::kAll, condition.entity);
  for (const bind::ConditionPtr& operand : condition.operands) node->inputs.push_back(Lower(*operand));
  node->field = condition.field;
  node->label = condition.label;
  switch (condition.kind) {
    case Kind::kAll:
      node->op = Op::kAll;
      break;
    case Kind::kNone:
      node->op = Op::kNone;
      break;
    case Kind::kAnd:
      node->op = node->inputs.empty() ? Op::kAll : Op::kAnd;  // of nothing: the first step of a funnel
      break;
    case Kind::kOr:
      node->op = Op::kOr;
      break;
    case Kind::kNot:
      node->op = Op::kNot;
      break;
    case Kind::kAncestor:
      node->op = Op::kLower;
      break;
    case Kind::kAtLeast:
      node->op = Op::kAtLeast;
      node->count = condition.at_least;
      break;
    case Kind::kRange:
      node->op = Op::kRange;
      node->part = condition.part;
      node->low = condition.low;
      node->high = condition.high;
      break;
    case Kind::kRecorded:
      node->op = Op::kPostings;
      node->families = {Family::kRows};
      break;
    case Kind::kPolarity:
      node->op = Op::kPostings;
      node->field = static_cast<model::FieldId>(model::Info(condition.entity).primary);
      node->families = {condition.polarity == bind::Polarity::kExcluded ? Family::kExcludedRows
                                                                        : Family::kObservedRows};
      break;
    case Kind::kCodes:
      node->op = Op::kPostings;
      node->symbols = condition.symbols;
      // Of the primary field, the postings say whether the row is observed or excluded.
      node->families = model::Info(condition.entity).primary == condition.field
                           ? std::vector<Family>{Family::kObservedRows, Family::kExcludedRows}
                           : std::vector<Family>{Family::kRows};
      break;
    case Kind::kEvents:
      node->op = Op::kEvents;
      break;
    case Kind::kNamed:
      node->op = Op::kNamed;
      node->slot = condition.slot;
      break;
    case Kind::kTimes:
    case Kind::kOverlap:
      node->op = condition.kind == Kind::kTimes ? Op::kTimes : Op::kOverlap;
      node->left = condition.left;
      node->right = condition.right;
      node->time_relation = condition.time_relation;
      node->distance = condition.distance;
      node->possibly = condition.possibly;
      node->unknown = condition.unknown;
      break;
    case Kind::kRelative:
      node->op = Op::kRelative;
      node->relation = condition.relation;
      node->count = condition.at_least;
      if (node->inputs.empty()) node->inputs.push_back(MakeNode(Op::kAll, condition.entity));
      break;
    case Kind::kExists:
      break;
  }
  return node;
}

Plan MakePlan(const bind::Condition& where, const Passes& passes) {
  Plan plan;
  plan.root = Lower(where);
  MarkDependent(plan.root.get());
  if (passes.simplify) plan.root = Simplify(std::move(plan.root));
  if (passes.share_lifts) plan.root = ShareLifts(std::move(plan.root));
  if (passes.individual_postings) plan.root = UseIndividualPostings(std::move(plan.root));
  plan.node_count = FinishNodes(plan.root.get(), 0);
  return plan;
}

}  // namespace muster::plan
