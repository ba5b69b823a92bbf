#include "tests/property/naive/naive_quantity.h"

#include <cmath>

#include "engine/model/units/units.h"
#include "tests/property/naive/names.h"

namespace muster::property {

std::optional<model::NumberBounds> InWrittenUnit(model::NumberBounds bounds, const model::Row& row,
                                                 model::FieldId field, const std::string& unit,
                                                 const model::Dictionary& dictionary) {
  const model::Value* recorded = row.Find(*CompanionUnit(field));
  const auto to = model::ParseUnit(unit);
  if (recorded == nullptr) return to.ok() && *to == model::Unit{} ? std::optional(bounds) : std::nullopt;
  const std::string spelling(dictionary.Text(std::get<model::Symbol>(*recorded)));
  if (!to.ok()) return spelling == unit ? std::optional(bounds) : std::nullopt;
  const auto from = model::ParseUnit(spelling);
  if (!from.ok() || !model::Convertible(*from, *to)) return std::nullopt;
  for (double* end : {&bounds.low, &bounds.high}) {
    if (std::isfinite(*end)) *end = *model::Convert(*end, *from, *to);
  }
  return bounds;
}

}  // namespace muster::property
