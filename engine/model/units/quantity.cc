#include "engine/model/units/quantity.h"

#include <cmath>

namespace muster::model {
namespace {

// A number without unit is one in unit 1.
std::optional<Unit> UnitOf(Symbol unit, const QuantitySymbols& symbols) {
  if (unit == kNoSymbol) return Unit{};
  const auto found = symbols.units.find(unit);
  return found == symbols.units.end() ? std::nullopt : std::optional(found->second);
}

// `number` in the unit of `a`; infinite bounds stay. Nullopt when it cannot be converted.
std::optional<double> InUnitOf(const Quantity& a, const Quantity& b, double number, const QuantitySymbols& symbols) {
  if (a.unit == b.unit || !std::isfinite(number)) return number;
  const std::optional<Unit> from = UnitOf(b.unit, symbols);
  const std::optional<Unit> to = UnitOf(a.unit, symbols);
  if (!from.has_value() || !to.has_value()) return std::nullopt;
  // Nothing but 1 itself is in the unit of what has none: 5.0 is not 500 %.
  if ((a.unit == kNoSymbol || b.unit == kNoSymbol) && !(*from == *to)) return std::nullopt;
  const auto analyte = symbols.analytes.find(a.assay);
  const auto converted = ConvertOf(analyte == symbols.analytes.end() ? nullptr : analyte->second, number, *from, *to);
  return converted.ok() ? std::optional(*converted) : std::nullopt;
}

}  // namespace

std::optional<FieldId> UnitFieldOf(FieldId field) {
  switch (field) {
    case field::kMeasurementValue:
    case field::kMeasurementLow:
    case field::kMeasurementHigh:
      return field::kMeasurementUnit;
    case field::kExposureValue:
      return field::kExposureUnit;
    default:
      return std::nullopt;
  }
}

bool Holds(TimeRelation relation, const Quantity& a, const Quantity& b, double factor, const QuantitySymbols& symbols,
           bool possibly, bool unknown) {
  if (!a.recorded || !b.recorded) return unknown;
  const auto times = [&](double number) {
    return ShortDecimal(static_cast<long double>(number) * static_cast<long double>(factor));
  };
  const std::optional<double> low = InUnitOf(a, b, times(b.number.low), symbols);
  const std::optional<double> high = InUnitOf(a, b, times(b.number.high), symbols);
  if (!low.has_value() || !high.has_value()) return unknown;
  const NumberBounds& own = a.number;
  switch (relation) {
    case TimeRelation::kBefore:
      return possibly ? own.low < *high : own.high < *low;
    case TimeRelation::kNotAfter:
      return possibly ? own.low <= *high : own.high <= *low;
    case TimeRelation::kAfter:
      return possibly ? own.high > *low : own.low > *high;
    case TimeRelation::kNotBefore:
      return possibly ? own.high >= *low : own.low >= *high;
    case TimeRelation::kSame:
      return possibly ? own.low <= *high && *low <= own.high : own.low == own.high && *low == *high && own.low == *low;
    default:
      return false;  // distances are of times
  }
}

}  // namespace muster::model
