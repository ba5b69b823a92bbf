// Private to bind/: several comparisons of one imprecise time are about one and the same time.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_ONE_VALUE_H_
#define MUSTER_ENGINE_BIND_CRITERIA_ONE_VALUE_H_

#include "engine/bind/bound/bound.h"

namespace muster::bind {

/// In a kAnd or kEvents: an onset recorded as one to four years may be below two years and may be above three years,
/// but not both; so adds that the time must be missing. In a kOr: such an onset is certainly below three years or at
/// least two years; so adds the ranges that several comparisons cover together.
void JoinComparisons(Condition* condition);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_ONE_VALUE_H_
