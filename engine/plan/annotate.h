// Private to plan/: facts about the nodes of a plan, which passes and execution read.
#ifndef MUSTER_ENGINE_PLAN_ANNOTATE_H_
#define MUSTER_ENGINE_PLAN_ANNOTATE_H_

#include <set>

#include "engine/plan/plan.h"

namespace muster::plan {

/// Sets `dependent` of the nodes. Returns the slots that are referenced in the plan and not named in it.
std::set<bind::Slot> MarkDependent(Node* node);

/// Sets the ids of the nodes, depth first from `first`. Returns the id after the last.
int NumberNodes(Node* node, int first);

}  // namespace muster::plan

#endif  // MUSTER_ENGINE_PLAN_ANNOTATE_H_
