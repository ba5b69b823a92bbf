// Private to bind/: several comparisons of one number that is known within bounds only are about one number.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_ONE_NUMBER_H_
#define MUSTER_ENGINE_BIND_CRITERIA_ONE_NUMBER_H_

#include "engine/bind/bound/bound.h"

namespace muster::bind {

/// "Not known" of what `compared` compares, which goes beside a comparison where what is missing satisfies.
bool IsNotKnown(const Condition& condition, const Condition& compared);

/// In a kAnd or kEvents: 1 to 4 mg/L may be below 2 mg/L and may be above 3 mg/L, but not both; so adds that it is no
/// number within bounds. In a kOr: 1 to 4 is certainly below 3 or at least 2; so adds what several comparisons cover
/// together. In each unit, and of each analyte, for itself, as numbers are compared.
void JoinNumbers(Condition* condition);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_ONE_NUMBER_H_
