#include "engine/model/units/target_unit.h"

#include <algorithm>
#include <cmath>

namespace muster::model {
namespace {

std::optional<double> ConvertedEnd(const Analyte* analyte, double end, const Unit& from, const Unit& to) {
  if (!std::isfinite(end)) return end;
  const auto converted = ConvertOf(analyte, end, from, to);
  return converted.ok() ? std::optional(*converted) : std::nullopt;
}

}  // namespace

std::optional<NumberBounds> NumberIn(const Quantity& quantity, const TargetUnit& target) {
  if (!quantity.recorded) return std::nullopt;
  if (quantity.unit == kNoSymbol) {
    return target.unit == Unit{} ? std::optional(quantity.number) : std::nullopt;
  }
  if (std::find(target.same.begin(), target.same.end(), quantity.unit) != target.same.end()) return quantity.number;
  const auto from = target.symbols->units.find(quantity.unit);
  if (!target.unit || from == target.symbols->units.end()) return std::nullopt;
  const auto analyte = target.symbols->analytes.find(quantity.assay);
  const Analyte* of = analyte == target.symbols->analytes.end() ? nullptr : analyte->second;
  const auto low = ConvertedEnd(of, quantity.number.low, from->second, *target.unit);
  const auto high = ConvertedEnd(of, quantity.number.high, from->second, *target.unit);
  if (!low || !high) return std::nullopt;
  return NumberBounds{*low, *high};
}

}  // namespace muster::model
