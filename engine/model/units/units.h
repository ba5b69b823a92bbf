// Units of measurement: UCUM, and the NCIT and UO codes for UCUM units.
#ifndef MUSTER_ENGINE_MODEL_UNITS_UNITS_H_
#define MUSTER_ENGINE_MODEL_UNITS_UNITS_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace muster::model {

/// For units such as mmol/mol, which have no dimension and are a kind of their own.
inline constexpr std::string_view kShareOfMoles = "mol/mol";

/// A unit as factor and offset to UCUM's base units: base = value * factor + offset.
struct Unit {
  double factor = 1;
  double offset = 0;
  /// Powers of metre, second, gram, radian, kelvin, coulomb, candela, mole (a dimension of its own here: UCUM's 6.02e23
  /// would make amounts and counts one), and of each arbitrary unit such as [IU].
  std::array<int8_t, 9> dimension{};
  std::string arbitrary;  ///< "[iU]", kShareOfMoles, or empty
  friend bool operator==(const Unit&, const Unit&) = default;
};

/// Reads a UCUM unit in case-sensitive form ("mg/dL", "10*9/L", "kg/m2", "%", "mm[Hg]", "{copies}/mL"), with or without
/// the prefix "UCUM:", or an NCIT or UO code of a unit ("NCIT:C49671", "UO:0000274"), or one of the customary spellings
/// in docs/data-model.md ("ug/ml", "years", "K/uL"). InvalidArgument if it is none of them, or ambiguous. Units after
/// UCUM 2.1, https://ucum.org/ucum.
absl::StatusOr<Unit> ParseUnit(std::string_view text);

/// The customary spelling to show: "UCUM:mg/dL" -> "mg/dL", "NCIT:C49671" -> "kg/m2".
std::string UnitLabel(std::string_view text);

bool Convertible(const Unit& from, const Unit& to);

/// The decimal of few digits that `value` is but for rounding, or `value`. `scale` is the largest of the numbers that
/// `value` comes from, in the same unit.
double ShortDecimal(long double value, long double scale = 0);

/// `value` in `to`. Where the rounding of the conversion factors hides an exact decimal, the decimal is returned:
/// 4.9 mmol/L is 0.0049 mol/L. InvalidArgument unless Convertible.
absl::StatusOr<double> Convert(double value, const Unit& from, const Unit& to);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_UNITS_UNITS_H_
