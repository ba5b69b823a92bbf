#include "engine/model/units/different_units.h"

#include <cmath>

#include "engine/model/units/units.h"

namespace muster::model {
namespace {

bool IsArbitrary(const Unit& unit) { return unit.arbitrary.starts_with('['); }

}  // namespace

bool AreDifferentUnits(std::string_view one, std::string_view other) {
  if (one == other) return false;
  const absl::StatusOr<Unit> a = ParseUnit(one);
  const absl::StatusOr<Unit> b = ParseUnit(other);
  if (!a.ok() || !b.ok()) return false;
  if (IsArbitrary(*a) != IsArbitrary(*b)) return false;
  if (a->dimension != b->dimension || a->arbitrary != b->arbitrary) return true;
  // Factors that are products in another order differ in their last digits.
  constexpr double kRounding = 1e-6;
  return std::abs(a->factor - b->factor) > kRounding * std::abs(a->factor) ||
         std::abs(a->offset - b->offset) > kRounding * std::abs(a->offset);
}

}  // namespace muster::model
