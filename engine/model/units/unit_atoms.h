// The known units of UCUM, with codes and spellings.
#ifndef MUSTER_ENGINE_MODEL_UNITS_UNIT_ATOMS_H_
#define MUSTER_ENGINE_MODEL_UNITS_UNIT_ATOMS_H_

#include <array>
#include <cstdint>
#include <string_view>

namespace muster::model {

/// Powers of metre, second, gram, radian, kelvin, coulomb, candela, mole.
using Dimension = std::array<int8_t, 8>;

/// A unit without prefix, as factor (and offset) to the base units.
struct UnitAtom {
  std::string_view symbol;
  bool metric;  ///< may have a prefix
  long double factor;
  Dimension dimension{};
  long double offset = 0;
  bool arbitrary = false;
  /// Of several spellings of an arbitrary unit, the one that counts; empty: `symbol`.
  std::string_view canonical = {};
};

/// The atom as it is spelt, in UCUM or one of the customary ways ("IU", "cells", "years"); null if there is none.
const UnitAtom* FindUnitAtom(std::string_view symbol);

/// Removes a prefix ("k", "da") from the front of `symbol` and returns its factor; 0 if there is none of `size`
/// letters.
long double UnitPrefix(std::string_view symbol, size_t size);

/// The UCUM unit of an NCIT or UO code ("NCIT:C49671"); empty for others.
std::string_view UcumOfCode(std::string_view code);
/// The same for NCIT alone.
std::string_view UcumOfNcit(std::string_view code);

/// The UCUM unit for a whole spelling that cannot be read piece by piece ("cmH2O", "M"); empty for others.
std::string_view UcumOfSpelling(std::string_view spelling);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_UNITS_UNIT_ATOMS_H_
