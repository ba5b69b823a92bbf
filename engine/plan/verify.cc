#include "engine/plan/verify.h"

#include <cstddef>

#include "absl/strings/str_cat.h"

namespace muster::plan {
namespace {

// How many inputs an operator has.
struct Arity {
  size_t least = 0;
  size_t most = SIZE_MAX;
};

Arity ArityOf(Op op) {
  switch (op) {
    case Op::kNone:
    case Op::kAll:
    case Op::kPostings:
    case Op::kRange:
    case Op::kTimes:
    case Op::kNumbers:
    case Op::kOverlap:
      return {0, 0};
    case Op::kNot:
    case Op::kToParent:
    case Op::kToChild:
    case Op::kPick:
    case Op::kNamed:
    case Op::kRelative:
    case Op::kPersons:
      return {1, 1};
    case Op::kAnd:
    case Op::kOr:
    case Op::kAtLeast:
    case Op::kEvents:
      return {};
  }
  return {};
}

// Whether the input's rows are of the entity that the operator takes.
bool EntityFits(const Node& node, const Node& input) {
  switch (node.op) {
    case Op::kToParent:
      return input.entity != node.entity && model::IsAncestorOrSelf(node.entity, input.entity);
    case Op::kToChild:
      return input.entity != node.entity && model::IsAncestorOrSelf(input.entity, node.entity);
    case Op::kNamed:
      return true;  // the row in the slot may be of any entity
    case Op::kNone:
    case Op::kAll:
    case Op::kPostings:
    case Op::kRange:
    case Op::kAnd:
    case Op::kOr:
    case Op::kNot:
    case Op::kAtLeast:
    case Op::kPick:
    case Op::kTimes:
    case Op::kNumbers:
    case Op::kOverlap:
    case Op::kEvents:
    case Op::kRelative:
    case Op::kPersons:
      break;
  }
  return input.entity == node.entity;
}

std::string Problem(const Node& node) {
  const Arity arity = ArityOf(node.op);
  if (node.inputs.size() < arity.least || node.inputs.size() > arity.most) {
    return absl::StrCat("has ", node.inputs.size(), " inputs");
  }
  for (const NodePtr& input : node.inputs) {
    if (input == nullptr) return "has an input that is null";
    if (!EntityFits(node, *input)) {
      return absl::StrCat("gives rows of ", std::string(model::Info(node.entity).name), " and takes rows of ",
                          std::string(model::Info(input->entity).name));
    }
  }
  if (node.op == Op::kPostings && node.posting_kinds.empty()) return "reads no kind of posting";
  if (node.op == Op::kPick && !model::IsAncestorOrSelf(node.above, node.entity)) return "picks below no ancestor";
  if ((node.op == Op::kToParent || node.op == Op::kRelative) && node.count < 1) return "wants fewer than one row";
  return "";
}

}  // namespace

std::string Verify(const Node& root) {
  if (std::string problem = Problem(root); !problem.empty()) {
    return absl::StrCat("node '", LineOf(root), "' ", problem);
  }
  for (const NodePtr& input : root.inputs) {
    if (std::string problem = Verify(*input); !problem.empty()) return problem;
  }
  return "";
}

}  // namespace muster::plan
