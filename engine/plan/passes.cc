#include "engine/plan/passes.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/plan/build_node.h"
#include "engine/plan/cost.h"

namespace muster::plan {
namespace {

using model::PostingKind;

bool IsConstant(const Node& node) { return node.op == Op::kNone || node.op == Op::kAll; }

NodePtr Constant(bool all, model::Entity entity) { return MakeNode(all ? Op::kAll : Op::kNone, entity); }

NodePtr SimplifyAndOr(NodePtr node) {
  const Op op = node->op;
  const Op absorbing = op == Op::kAnd ? Op::kNone : Op::kAll;
  const Op neutral = op == Op::kAnd ? Op::kAll : Op::kNone;
  const bool simple = node->inputs.size() > 1 && std::ranges::none_of(node->inputs, [op](const NodePtr& input) {
                        return IsConstant(*input) || input->op == op;
                      });
  if (simple) return node;
  std::vector<NodePtr> flat;
  for (NodePtr& input : node->inputs) {
    if (input->op == absorbing) return std::move(input);
    if (input->op == neutral) continue;
    if (input->op == op) {
      std::move(input->inputs.begin(), input->inputs.end(), std::back_inserter(flat));
    } else {
      flat.push_back(std::move(input));
    }
  }
  if (flat.empty()) return MakeNode(neutral, node->entity);
  if (flat.size() == 1) return std::move(flat[0]);
  node->inputs = std::move(flat);
  return node;
}

NodePtr SimplifyAtLeast(NodePtr node) {
  std::vector<NodePtr> open;
  int count = node->count;
  for (NodePtr& input : node->inputs) {
    if (input->op == Op::kAll) --count;
    if (!IsConstant(*input)) open.push_back(std::move(input));
  }
  if (count <= 0) return Constant(true, node->entity);
  if (static_cast<size_t>(count) > open.size()) return Constant(false, node->entity);
  node->count = count;
  node->inputs = std::move(open);
  if (count == 1 || static_cast<size_t>(count) == node->inputs.size()) {
    node->op = count == 1 ? Op::kOr : Op::kAnd;
    return SimplifyAndOr(std::move(node));
  }
  return node;
}

// Whether these are postings of a primary field, which individuals have as well.
bool HasIndividualPostings(const Node& node) {
  return node.op == Op::kPostings && model::Info(node.entity).primary == node.field && !node.posting_kinds.empty() &&
         node.posting_kinds[0] != PostingKind::kRows;
}

bool IsAnyToParent(const Node& node) {
  return node.op == Op::kToParent && node.count == 1 && !node.distinct && node.dates == 0 &&
         node.slot == bind::kThisRow && !node.dependent;
}

// The kind of posting of individuals that corresponds to one of rows.
PostingKind ToIndividuals(PostingKind kind) {
  return kind == PostingKind::kExcludedRows ? PostingKind::kExcludedIndividuals : PostingKind::kObservedIndividuals;
}

}  // namespace

NodePtr Simplify(NodePtr node) {
  for (NodePtr& input : node->inputs) input = Simplify(std::move(input));
  switch (node->op) {
    case Op::kAnd:
    case Op::kOr:
      return SimplifyAndOr(std::move(node));
    case Op::kAtLeast:
      return SimplifyAtLeast(std::move(node));
    case Op::kNot:
      if (node->inputs[0]->op == Op::kNot) return std::move(node->inputs[0]->inputs[0]);
      if (IsConstant(*node->inputs[0])) return Constant(node->inputs[0]->op == Op::kNone, node->entity);
      return node;
    case Op::kToParent:
      if (node->inputs[0]->op == Op::kNone) return Constant(false, node->entity);
      return node;
    case Op::kToChild:
      if (IsConstant(*node->inputs[0])) return Constant(node->inputs[0]->op == Op::kAll, node->entity);
      return node;
    case Op::kPostings:
      if (node->symbols != nullptr && node->symbols->empty()) return Constant(false, node->entity);
      return node;
    case Op::kRange:
      if (node->low > node->high) return Constant(false, node->entity);
      return node;
    case Op::kEvents:
      for (const NodePtr& input : node->inputs) {
        if (input->op == Op::kNone) return Constant(false, node->entity);
      }
      return node;
    case Op::kPick:
      if (node->inputs[0]->op == Op::kNone) return Constant(false, node->entity);
      return node;
    case Op::kPersons:
      if (IsConstant(*node->inputs[0])) return Constant(node->inputs[0]->op == Op::kAll, node->entity);
      return node;
    case Op::kNone:
    case Op::kAll:
    case Op::kTimes:
    case Op::kNumbers:
    case Op::kOverlap:
    case Op::kNamed:
    case Op::kRelative:
      return node;
  }
  return node;
}

NodePtr ShareToParent(NodePtr node) {
  for (NodePtr& input : node->inputs) input = ShareToParent(std::move(input));
  if (node->op != Op::kOr) return node;
  std::vector<NodePtr> rest;
  std::vector<NodePtr> shared;  // one per child entity
  for (NodePtr& input : node->inputs) {
    if (!IsAnyToParent(*input) ||
        (node->entity == model::Entity::kIndividual && HasIndividualPostings(*input->inputs[0]))) {
      rest.push_back(std::move(input));
      continue;
    }
    const auto same = std::find_if(shared.begin(), shared.end(), [&](const NodePtr& other) {
      return other->inputs[0]->entity == input->inputs[0]->entity;
    });
    if (same == shared.end()) {
      shared.push_back(std::move(input));
      continue;
    }
    NodePtr& rows = (*same)->inputs[0];
    if (rows->op != Op::kOr) {
      NodePtr either = MakeNode(Op::kOr, rows->entity);
      either->inputs.push_back(std::move(rows));
      rows = std::move(either);
    }
    rows->inputs.push_back(std::move(input->inputs[0]));
  }
  std::move(shared.begin(), shared.end(), std::back_inserter(rest));
  if (rest.size() == 1) return std::move(rest[0]);
  node->inputs = std::move(rest);
  return node;
}

NodePtr UseIndividualPostings(NodePtr node) {
  for (NodePtr& input : node->inputs) input = UseIndividualPostings(std::move(input));
  if (!IsAnyToParent(*node) || node->entity != model::Entity::kIndividual) return node;
  if (!HasIndividualPostings(*node->inputs[0])) return node;
  NodePtr postings = std::move(node->inputs[0]);
  postings->entity = model::Entity::kIndividual;
  for (PostingKind& kind : postings->posting_kinds) kind = ToIndividuals(kind);
  return postings;
}

NodePtr OrderConjuncts(NodePtr node) {
  for (NodePtr& input : node->inputs) input = OrderConjuncts(std::move(input));
  const auto is_cheaper = [](const NodePtr& a, const NodePtr& b) { return CostRank(*a) < CostRank(*b); };
  if (node->op == Op::kAnd && !std::is_sorted(node->inputs.begin(), node->inputs.end(), is_cheaper)) {
    std::stable_sort(node->inputs.begin(), node->inputs.end(), is_cheaper);
  }
  return node;
}

}  // namespace muster::plan
