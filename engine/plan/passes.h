// Private to plan/: the optimiser's passes. Each keeps the answer and may be left out.
#ifndef MUSTER_ENGINE_PLAN_PASSES_H_
#define MUSTER_ENGINE_PLAN_PASSES_H_

#include "engine/plan/plan.h"

namespace muster::plan {

/// Folds what is always or never true, flattens `and` in `and` and `or` in `or`, removes double negation and
/// combinations of one.
NodePtr Simplify(NodePtr node);
/// has A or has B, of the same entity and with "any": one step to the parents of the union.
NodePtr ShareToParent(NodePtr node);
/// Primary postings of rows, taken to individuals, become the posting of individuals.
NodePtr UseIndividualPostings(NodePtr node);
/// Sorts the inputs of every conjunction by plan::CostRank, those of one rank in the order in which they were written.
/// Which of several postings is the smallest differs from segment to segment: the executor decides that.
NodePtr OrderConjuncts(NodePtr node);

}  // namespace muster::plan

#endif  // MUSTER_ENGINE_PLAN_PASSES_H_
