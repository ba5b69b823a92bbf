// Numbers of records in one unit that a query chooses.
#ifndef MUSTER_ENGINE_MODEL_UNITS_TARGET_UNIT_H_
#define MUSTER_ENGINE_MODEL_UNITS_TARGET_UNIT_H_

#include <memory>
#include <optional>
#include <vector>

#include "engine/model/units/quantity.h"

namespace muster::model {

/// A unit, and what is needed to convert recorded numbers to it. Immutable, so thread-safe.
struct TargetUnit {
  /// Null where the unit's text cannot be read; then only records spelt the same way are in it.
  std::optional<Unit> unit;
  std::vector<Symbol> same;  ///< recorded units that are spelt as the query spells it
  std::shared_ptr<const QuantitySymbols> symbols;
};

/// The bounds of `quantity` in the unit; nothing when it is not recorded, or in a unit that does not convert. A number
/// without unit is one in the unit 1, and in no other.
std::optional<NumberBounds> NumberIn(const Quantity& quantity, const TargetUnit& target);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_UNITS_TARGET_UNIT_H_
