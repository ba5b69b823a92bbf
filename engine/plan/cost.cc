#include "engine/plan/cost.h"

#include <algorithm>

namespace muster::plan {

int CostRank(const Node& node) {
  switch (node.op) {
    case Op::kNone:
    case Op::kAll:
      return 0;
    case Op::kPostings:
      return node.symbols != nullptr && node.symbols->size() > 1 ? 2 : 1;
    case Op::kRange:
      return 3;
    case Op::kToParent:
    case Op::kToChild:
    case Op::kPick:
    case Op::kTimes:
    case Op::kNumbers:
      return 5;
    case Op::kEvents:
      return 6;
    case Op::kAnd:
    case Op::kOr:
    case Op::kNot:
    case Op::kAtLeast:
    case Op::kOverlap:
    case Op::kNamed:
    case Op::kRelative:
    case Op::kPersons: {
      int rank = 2;
      for (const NodePtr& input : node.inputs) rank = std::max(rank, CostRank(*input));
      // Plain ranges stay next to each other: the executor tests neighbouring ranges in one pass over the rows.
      return rank == 3 ? 4 : rank;
    }
  }
  return 0;
}

}  // namespace muster::plan
