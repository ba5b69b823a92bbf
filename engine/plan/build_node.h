// Private to plan/: from bound conditions to plan nodes.
#ifndef MUSTER_ENGINE_PLAN_BUILD_NODE_H_
#define MUSTER_ENGINE_PLAN_BUILD_NODE_H_

#include "engine/plan/plan.h"

namespace muster::plan {

NodePtr MakeNode(Op op, model::Entity entity);
/// The plan of a condition before any optimiser pass.
NodePtr BuildNode(const bind::Condition& condition);

}  // namespace muster::plan

#endif  // MUSTER_ENGINE_PLAN_BUILD_NODE_H_
