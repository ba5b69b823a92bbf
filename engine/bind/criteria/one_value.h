// Private to bind/: several comparisons of one imprecise time, or number, are about one and the same.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_ONE_VALUE_H_
#define MUSTER_ENGINE_BIND_CRITERIA_ONE_VALUE_H_

#include <vector>

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/conditions.h"

namespace muster::bind {

/// What ranges that overlap or meet cover together; not those that stand alone.
std::vector<ValueRange> Covered(std::vector<ValueRange> ranges);

/// In a kAnd or kEvents: an onset recorded as one to four years may be below two years and may be above three years,
/// but not both; so adds that the time must be missing. In a kOr: such an onset is certainly below three years or at
/// least two years; so adds the ranges that several comparisons cover together. The same of numbers within bounds
/// (JoinNumbers).
void JoinComparisons(Condition* condition);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_ONE_VALUE_H_
