// The plan stage: the plain plan of a condition, then the optimiser's passes in order.
#include "engine/plan/plan.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "engine/plan/annotate.h"
#include "engine/plan/build_node.h"
#include "engine/plan/named_codes.h"
#include "engine/plan/passes.h"
#include "engine/plan/verify.h"

namespace muster::plan {
namespace {

constexpr Pass kPasses[] = {
    {"simplify", "folds what is always or never true, flattens nested and, or", Simplify},
    {"share_to_parent", "unites rows of one entity before going to their parents, instead of after", ShareToParent},
    {"individual_postings", "reads the postings of individuals instead of going from rows to individuals",
     UseIndividualPostings},
    {"order_conjuncts", "puts the cheapest input of every conjunction first", OrderConjuncts},
};

// In debug builds a pass that breaks a plan is named at once.
void AssertSound([[maybe_unused]] const Node& root) { assert(Verify(root).empty()); }

}  // namespace

std::span<const Pass> Passes() { return kPasses; }

Plan MakePlan(const bind::Condition& where, std::span<const std::string> without) {
  Plan plan;
  plan.root = BuildNode(where);
  plan.named = NamedCodesOf(*plan.root);  // before a pass leaves out what never applies
  MarkDependent(plan.root.get());
  AssertSound(*plan.root);
  for (const Pass& pass : kPasses) {
    if (std::find(without.begin(), without.end(), pass.name) != without.end()) continue;
    plan.root = pass.rewrite(std::move(plan.root));
    AssertSound(*plan.root);
  }
  plan.node_count = NumberNodes(plan.root.get(), 0);
  return plan;
}

}  // namespace muster::plan
