// Private to plan/: lowering.
#ifndef MUSTER_ENGINE_PLAN_LOWER_H_
#define MUSTER_ENGINE_PLAN_LOWER_H_

#include "engine/plan/plan.h"

namespace muster::plan {

NodePtr MakeNode(Op op, model::Entity entity);
/// The plain plan of a condition, before any pass.
NodePtr Lower(const bind::Condition& condition);

}  // namespace muster::plan

#endif  // MUSTER_ENGINE_PLAN_LOWER_H_
