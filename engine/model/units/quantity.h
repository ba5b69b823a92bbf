// Numbers of records, compared with each other.
#ifndef MUSTER_ENGINE_MODEL_UNITS_QUANTITY_H_
#define MUSTER_ENGINE_MODEL_UNITS_QUANTITY_H_

#include <optional>

#include "containers/hash_table.h"
#include "engine/model/record/record.h"
#include "engine/model/time/moment.h"
#include "engine/model/units/analyte.h"
#include "engine/model/units/units.h"

namespace muster::model {

/// The field that holds the unit of `field`, where each record has its own.
std::optional<FieldId> UnitFieldOf(FieldId field);

/// A number as a row has it.
struct Quantity {
  bool recorded = false;
  NumberBounds number;       ///< an exact one has equal bounds
  Symbol unit = kNoSymbol;   ///< none, or the field has none
  Symbol assay = kNoSymbol;  ///< of a measurement
};

/// The units and assays of symbols; missing ones are unknown.
struct QuantitySymbols {
  HashMap<Symbol, Unit> units;
  HashMap<Symbol, const Analyte*> analytes;
};

/// Whether `a` stands to `factor` times `b` so, wherever in their bounds both lie (or, with `possibly`, somewhere in
/// them). `relation` is one of kBefore (less), kNotAfter, kAfter (greater), kNotBefore and kSame. `unknown` when one of
/// them is not recorded, or when their units cannot be converted.
bool Holds(TimeRelation relation, const Quantity& a, const Quantity& b, double factor, const QuantitySymbols& symbols,
           bool possibly, bool unknown);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_UNITS_QUANTITY_H_
