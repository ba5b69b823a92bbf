// Private to bind/: several comparisons of one imprecise time are about one time.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_ONE_VALUE_H_
#define MUSTER_ENGINE_BIND_CRITERIA_ONE_VALUE_H_

#include "engine/bind/bound/bound.h"

namespace muster::bind {

/// Of a kAnd or kEvents: an onset between one and four years may be below two years, and may be above three years, but
/// not both. Adds that such a time is not known, which leaves those of whom it is missing. Of a kOr: it is certainly
/// below three years or from two years on. Adds the ranges that several comparisons cover together.
void JoinComparisons(Condition* condition);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_ONE_VALUE_H_
