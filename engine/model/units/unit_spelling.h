// Units as laboratories and registries spell them, in UCUM.
#ifndef MUSTER_ENGINE_MODEL_UNITS_UNIT_SPELLING_H_
#define MUSTER_ENGINE_MODEL_UNITS_UNIT_SPELLING_H_

#include <string>
#include <string_view>

namespace muster::model {

/// The UCUM unit that is meant by a spelling that UCUM does not have, whatever its case: "MG/DL", "K/uL", "x10(9)/L",
/// "mm Hg", "mL/min/1.73m2", "mg%", "Milligram per Deciliter". Empty when it is not certain what is meant.
std::string UcumOfLaboratory(std::string_view text);

/// The same for spellings that UCUM does have, and that mean something else in a laboratory: "G/L" is 10*9/L and not
/// gauss per litre, "C" degrees Celsius and not coulomb. Empty for others.
std::string_view UcumInsteadOf(std::string_view text);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_UNITS_UNIT_SPELLING_H_
