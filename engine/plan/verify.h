// Private to plan/: the invariants of plan trees, checked apart from the code that builds and rewrites them.
#ifndef MUSTER_ENGINE_PLAN_VERIFY_H_
#define MUSTER_ENGINE_PLAN_VERIFY_H_

#include <string>

#include "engine/plan/plan.h"

namespace muster::plan {

/// What is wrong with the tree below `root`: numbers of inputs, entities that do not fit, criteria outside of the named
/// rows they speak of. Empty when all invariants hold.
std::string Verify(const Node& root);

}  // namespace muster::plan

#endif  // MUSTER_ENGINE_PLAN_VERIFY_H_
