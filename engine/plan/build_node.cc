#include "engine/plan/build_node.h"

#include <utility>

#include "engine/plan/named_codes.h"

namespace muster::plan {
namespace {

using bind::Condition;
using model::Entity;
using model::PostingKind;

NodePtr ToParent(NodePtr input, Entity to, int count, bool distinct) {
  NodePtr node = MakeNode(Op::kToParent, to);
  node->count = count;
  node->distinct = distinct;
  node->inputs.push_back(std::move(input));
  return node;
}

NodePtr Not(NodePtr input) {
  NodePtr node = MakeNode(Op::kNot, input->entity);
  node->inputs.push_back(std::move(input));
  return node;
}

// The rows of the child entity that a kExists is about.
NodePtr BuildChildRows(const Condition& exists) {
  const model::EntityInfo& info = model::Info(exists.child);
  std::vector<NodePtr> inputs;
  const bool filtered = exists.symbols != nullptr || exists.polarity != bind::Polarity::kAny;
  if (filtered) {
    NodePtr rows = MakeNode(Op::kPostings, exists.child);
    rows->field = static_cast<model::FieldId>(info.primary);
    rows->posting_kinds = {exists.polarity == bind::Polarity::kExcluded ? PostingKind::kExcludedRows
                                                                        : PostingKind::kObservedRows};
    rows->symbols = exists.symbols;
    rows->label = exists.label;
    if (exists.order == bind::Order::kAny && exists.operands.empty()) return rows;
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
  for (const bind::ConditionPtr& operand : exists.operands) inputs.push_back(BuildNode(*operand));
  if (inputs.empty()) return MakeNode(Op::kAll, exists.child);
  if (inputs.size() == 1) return std::move(inputs[0]);
  NodePtr node = MakeNode(Op::kAnd, exists.child);
  node->inputs = std::move(inputs);
  return node;
}

NodePtr OfPersons(NodePtr input) {
  NodePtr node = MakeNode(Op::kPersons, model::Entity::kIndividual);
  node->inputs.push_back(std::move(input));
  return node;
}

// `persons`: the rows count over all records of a person together.
NodePtr BuildExists(const Condition& exists, bool persons) {
  const auto to_parent = [&](int count) {
    NodePtr node = ToParent(BuildChildRows(exists), exists.entity, count, exists.count.distinct);
    node->slot = exists.slot;
    node->others = exists.others;
    node->dates = exists.dates;
    node->left = exists.left;
    if (count > 1 || !exists.others.empty()) node->named = NamedCodesOf(*node->inputs[0]);
    return persons ? OfPersons(std::move(node)) : std::move(node);
  };
  switch (exists.count.kind) {
    case bind::Count::Kind::kAtLeast:
      return to_parent(exists.count.count);
    case bind::Count::Kind::kAtMost:
      return Not(to_parent(exists.count.count + 1));
    case bind::Count::Kind::kExactly: {
      NodePtr fewer = Not(to_parent(exists.count.count + 1));
      if (exists.count.count == 0) return fewer;
      NodePtr both = MakeNode(Op::kAnd, exists.entity);
      both->inputs.push_back(to_parent(exists.count.count));
      both->inputs.push_back(std::move(fewer));
      return both;
    }
  }
  return nullptr;
}

void SetPolarity(const Condition& condition, Node* node) {
  node->op = Op::kPostings;
  node->field = static_cast<model::FieldId>(model::Info(condition.entity).primary);
  node->posting_kinds = {condition.polarity == bind::Polarity::kExcluded ? PostingKind::kExcludedRows
                                                                         : PostingKind::kObservedRows};
}

void SetCodes(const Condition& condition, Node* node) {
  node->op = Op::kPostings;
  node->symbols = condition.symbols;
  // Of the primary field, the postings say whether the row is observed or excluded.
  node->posting_kinds = model::Info(condition.entity).primary == condition.field
                            ? std::vector<PostingKind>{PostingKind::kObservedRows, PostingKind::kExcludedRows}
                            : std::vector<PostingKind>{PostingKind::kRows};
}

void SetComparison(Op op, const Condition& condition, Node* node) {
  node->op = op;
  node->factor = condition.factor;
  node->quantities = condition.quantities;
  node->left = condition.left;
  node->right = condition.right;
  node->time_relation = condition.time_relation;
  node->distance = condition.distance;
  node->possibly = condition.possibly;
  node->unknown = condition.unknown;
}

}  // namespace

NodePtr MakeNode(Op op, Entity entity) {
  auto node = std::make_unique<Node>();
  node->op = op;
  node->entity = entity;
  return node;
}

NodePtr BuildNode(const Condition& condition) {
  using Kind = Condition::Kind;
  if (condition.kind == Kind::kExists) return BuildExists(condition, /*persons=*/false);
  if (condition.kind == Kind::kPicked) return BuildChildRows(*condition.operands[0]);
  if (condition.kind == Kind::kPersons) {
    const Condition& operand = *condition.operands[0];
    return operand.kind == Kind::kExists ? BuildExists(operand, /*persons=*/true) : OfPersons(BuildNode(operand));
  }
  NodePtr node = MakeNode(Op::kAll, condition.entity);
  node->inputs.reserve(condition.operands.size());
  for (const bind::ConditionPtr& operand : condition.operands) node->inputs.push_back(BuildNode(*operand));
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
      node->op = Op::kToChild;
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
      node->posting_kinds = {PostingKind::kRows};
      break;
    case Kind::kPolarity:
      SetPolarity(condition, node.get());
      break;
    case Kind::kCodes:
      SetCodes(condition, node.get());
      break;
    case Kind::kEvents:
      node->op = Op::kEvents;
      break;
    case Kind::kNamed:
      node->op = Op::kNamed;
      node->slot = condition.slot;
      break;
    case Kind::kTimes:
      SetComparison(Op::kTimes, condition, node.get());
      break;
    case Kind::kNumbers:
      SetComparison(Op::kNumbers, condition, node.get());
      break;
    case Kind::kOverlap:
      SetComparison(Op::kOverlap, condition, node.get());
      break;
    case Kind::kRelative:
      node->op = Op::kRelative;
      node->relation = condition.relation;
      node->count = condition.at_least;
      if (node->inputs.empty()) node->inputs.push_back(MakeNode(Op::kAll, condition.entity));
      break;
    case Kind::kPicked:
    case Kind::kExists:
    case Kind::kPersons:
      break;
  }
  return node;
}

}  // namespace muster::plan
