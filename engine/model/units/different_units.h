// Whether two texts are different units.
#ifndef MUSTER_ENGINE_MODEL_UNITS_DIFFERENT_UNITS_H_
#define MUSTER_ENGINE_MODEL_UNITS_DIFFERENT_UNITS_H_

#include <string_view>

namespace muster::model {

/// True where both texts are units (ParseUnit), and a number in one is another number, or none, in the other: mmol/L
/// and mg/dL, % and mmol/mol. Not of units and international units, which laboratories write for each other.
bool AreDifferentUnits(std::string_view one, std::string_view other);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_UNITS_DIFFERENT_UNITS_H_
