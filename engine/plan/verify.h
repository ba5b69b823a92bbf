// Private to plan/: the invariants of plan trees, checked apart from the code that builds and rewrites them.
#ifndef MUSTER_ENGINE_PLAN_VERIFY_H_
#define MUSTER_ENGINE_PLAN_VERIFY_H_

#include <string>

#include "engine/plan/plan.h"

namespace muster::plan {

/// What is wrong with the tree below `root`: numbers of inputs, entities that do not fit, postings of no kind, a pick
/// below no ancestor, to-parent nodes that want no row. Not looked at: whether the named rows that criteria speak of
/// are named above them. Empty when all these invariants hold.
std::string Verify(const Node& root);

}  // namespace muster::plan

#endif  // MUSTER_ENGINE_PLAN_VERIFY_H_
