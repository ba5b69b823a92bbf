#include "engine/plan/annotate.h"

namespace muster::plan {

std::set<bind::Slot> MarkDependent(Node* node) {
  std::set<bind::Slot> free;
  std::set<bind::Slot> named;
  const auto add = [](bind::Slot slot, std::set<bind::Slot>* to) {
    if (slot != bind::kThisRow) to->insert(slot);
  };
  for (NodePtr& input : node->inputs) {
    free.merge(MarkDependent(input.get()));
    const Node* named_by = input.get();
    if (named_by->op == Op::kToChild) named_by = named_by->inputs[0].get();
    if (node->op == Op::kEvents && named_by->op == Op::kToParent) add(named_by->slot, &named);
  }
  if (node->op == Op::kToParent) add(node->slot, &named);
  if (node->op == Op::kNamed) add(node->slot, &free);
  for (const bind::Slot slot : node->others) add(slot, &free);
  if (node->op == Op::kTimes || node->op == Op::kNumbers || node->op == Op::kOverlap) {
    add(node->left.slot, &free);
    add(node->right.slot, &free);
  }
  for (const bind::Slot slot : named) free.erase(slot);
  node->dependent = !free.empty();
  return free;
}

int NumberNodes(Node* node, int first) {
  node->id = first++;
  for (NodePtr& input : node->inputs) first = NumberNodes(input.get(), first);
  return first;
}

}  // namespace muster::plan
