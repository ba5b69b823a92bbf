#include "engine/bind/quantity_binder.h"

#include <algorithm>
#include <map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/conditions.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Literal;

// The units that records have, for hints.
std::string UnitsInUse(const std::vector<RecordedUnit>& units, const model::Dictionary& dictionary) {
  std::vector<std::string> labels;
  for (const RecordedUnit& unit : units) labels.push_back(model::UnitLabel(dictionary.Text(unit.symbol)));
  std::sort(labels.begin(), labels.end());
  labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
  if (labels.empty()) return "no record has a unit";
  constexpr size_t kShown = 12;
  if (labels.size() > kShown) {
    labels.resize(kShown);
    labels.emplace_back("...");
  }
  return absl::StrCat("units in use: ", absl::StrJoin(labels, ", "));
}

// The bounds of `compare` in `unit`; nullopt when they cannot be converted to it.
std::optional<Bounds> BoundsIn(const model::Analyte* analyte, const model::Unit& unit, const Compare& compare,
                               const std::vector<model::Unit>& written) {
  std::vector<int64_t> ends;
  for (size_t i = 0; i < written.size(); ++i) {
    const auto converted = model::ConvertOf(analyte, compare.values[i].number, written[i], unit);
    if (!converted.ok()) return std::nullopt;
    ends.push_back(model::OrderedBits(*converted));
  }
  return BoundsOf(compare.op, ends.front(), ends.back());
}

}  // namespace

std::optional<model::FieldId> UnitFieldOf(model::FieldId field) {
  switch (field) {
    case model::field::kMeasurementValue:
    case model::field::kMeasurementLow:
    case model::field::kMeasurementHigh:
      return model::field::kMeasurementUnit;
    case model::field::kExposureValue:
      return model::field::kExposureUnit;
    default:
      return std::nullopt;
  }
}

std::optional<std::vector<model::Unit>> QuantityBinder::ReadUnits(const Compare& compare,
                                                                  const std::vector<RecordedUnit>& recorded) {
  const Literal& last = compare.values.back();
  const auto in_use = [&] { return UnitsInUse(recorded, view_.dictionary()); };
  std::vector<model::Unit> units;
  for (const Literal& literal : compare.values) {
    if (literal.kind != Literal::Kind::kNumber) {
      reporter_->Error(literal.span, "not-a-number", absl::StrCat("'", literal.text, "' is not a number with a unit"));
      return std::nullopt;
    }
    if (last.kind == Literal::Kind::kNumber && last.unit.empty()) {
      reporter_->Error(last.span, "missing-unit", absl::StrCat("a ", compare.field.text, " needs its unit"),
                       {in_use(), absl::StrCat("for a number that has no unit write ", last.text, " \"1\"")});
      return std::nullopt;
    }
    auto unit = model::ParseUnit(literal.unit.empty() ? last.unit : literal.unit);
    if (!unit.ok()) {
      reporter_->Error(literal.span, "unknown-unit", std::string(unit.status().message()), {in_use()});
      return std::nullopt;
    }
    units.push_back(*std::move(unit));
  }
  return units;
}

ConditionPtr QuantityBinder::Bind(const Compare& compare, model::FieldId field, model::FieldId unit_field) {
  const model::Entity entity = model::Info(field).entity;
  const absl::StatusOr<RecordedUnits> recorded = view_.FieldUnits(unit_field);
  if (!recorded.ok()) {
    reporter_->Fail(recorded.status());
    return nullptr;
  }
  const auto units = ReadUnits(compare, **recorded);
  if (!units) return nullptr;
  const Literal& last = compare.values.back();
  const auto first_in_last = model::Convert(compare.values.front().number, units->front(), units->back());
  WarnIfEmpty(compare, first_in_last.ok() && *first_in_last > last.number, reporter_);

  // Each analyte by itself, then what is none of them.
  std::vector<ConditionPtr> alternatives;
  std::vector<model::Symbol> of_analytes;
  Unconverted unconverted{compare.op_span, last.unit, unit_field, {}};
  for (const auto& [analyte, assays] : AnalytesOf(field)) {
    if (!Matters(analyte, **recorded, compare, *units)) continue;
    ConditionPtr converted = InUnits(analyte, compare, *units, field, unit_field, **recorded, &unconverted);
    of_analytes.insert(of_analytes.end(), assays.begin(), assays.end());
    if (converted == nullptr) continue;
    if (assays_ != nullptr && assays_->size() == assays.size()) {  // all that is asked for
      alternatives.push_back(std::move(converted));
      continue;
    }
    alternatives.push_back(
        Both(MakeCodes(model::field::kMeasurementAssay, std::make_shared<const model::SymbolList>(assays), 0,
                       std::string(analyte->name)),
             std::move(converted)));
  }
  std::sort(of_analytes.begin(), of_analytes.end());
  // Of assays that no record has there is nothing to convert, but the comparison is a good one.
  const bool others = assays_ == nullptr || assays_->empty() ||
                      !std::includes(of_analytes.begin(), of_analytes.end(), assays_->begin(), assays_->end());
  if (!others) {
    // every assay asked for has been dealt with
  } else if (ConditionPtr rest = InUnits(nullptr, compare, *units, field, unit_field, **recorded, &unconverted)) {
    if (!of_analytes.empty()) {
      auto above = MakeCodes(model::field::kMeasurementAssay, std::make_shared<const model::SymbolList>(of_analytes), 0,
                             "those above");
      rest = Both(Negate(std::move(above)), std::move(rest));
    }
    alternatives.push_back(std::move(rest));
  }
  if (alternatives.empty()) {
    reporter_->Error(last.span, "incompatible-unit",
                     absl::StrCat("no ", std::string(model::Info(entity).name), " is in a unit that ", last.unit,
                                  " can be converted to"),
                     {UnitsInUse(**recorded, view_.dictionary())});
    return nullptr;
  }
  std::sort(unconverted.units.begin(), unconverted.units.end());
  unconverted.units.erase(std::unique(unconverted.units.begin(), unconverted.units.end()), unconverted.units.end());
  if (!unconverted.units.empty()) unconverted_.push_back(std::move(unconverted));
  return Combine(Condition::Kind::kOr, entity, std::move(alternatives));
}

// The analytes among the assays of records, each with the codes that stand for it.
std::vector<std::pair<const model::Analyte*, std::vector<model::Symbol>>> QuantityBinder::AnalytesOf(
    model::FieldId field) {
  std::vector<std::pair<const model::Analyte*, std::vector<model::Symbol>>> analytes;
  if (model::Info(field).entity != model::Entity::kMeasurement) return analytes;
  const absl::StatusOr<ontology::SymbolSet> assays = view_.FieldValues(model::field::kMeasurementAssay);
  if (!assays.ok()) {
    reporter_->Fail(assays.status());
    return analytes;
  }
  for (const model::Symbol assay : **assays) {
    if (assays_ != nullptr && !assays_->Contains(assay)) continue;
    const model::Analyte* analyte = model::FindAnalyte(view_.dictionary().Text(assay));
    if (analyte == nullptr) continue;
    const auto same =
        std::find_if(analytes.begin(), analytes.end(), [&](const auto& known) { return known.first == analyte; });
    if (same == analytes.end()) {
      analytes.push_back({analyte, {assay}});
    } else {
      same->second.push_back(assay);
    }
  }
  return analytes;
}

// Whether some recorded unit converts otherwise because of the analyte.
bool QuantityBinder::Matters(const model::Analyte* analyte, const std::vector<RecordedUnit>& recorded,
                             const Compare& compare, const std::vector<model::Unit>& units) const {
  return std::any_of(recorded.begin(), recorded.end(), [&](const RecordedUnit& in) {
    if (!in.unit) return false;
    const auto plain = BoundsIn(nullptr, *in.unit, compare, units);
    const auto own = BoundsIn(analyte, *in.unit, compare, units);
    return plain.has_value() != own.has_value() || (plain && (plain->low != own->low || plain->high != own->high));
  });
}

// The comparison in each recorded unit, of one analyte; null when none can be converted to.
ConditionPtr QuantityBinder::InUnits(const model::Analyte* analyte, const Compare& compare,
                                     const std::vector<model::Unit>& units, model::FieldId field,
                                     model::FieldId unit_field, const std::vector<RecordedUnit>& recorded,
                                     Unconverted* unconverted) {
  const model::Entity entity = model::Info(field).entity;
  std::map<std::pair<int64_t, int64_t>, std::vector<model::Symbol>> by_bounds;
  for (const auto& [symbol, unit] : recorded) {
    const auto bounds = unit ? BoundsIn(analyte, *unit, compare, units) : std::nullopt;
    if (bounds) {
      by_bounds[{bounds->low, bounds->high}].push_back(symbol);
    } else if (analyte == nullptr) {
      unconverted->units.push_back(symbol);
    }
  }
  // A number without unit is one in unit 1, and in nothing that 1 could be converted to: 5.0 is not 500 %.
  if (units.back() == model::Unit{}) {
    if (const auto bounds = BoundsIn(analyte, model::Unit{}, compare, units)) {
      by_bounds[{bounds->low, bounds->high}].push_back(model::kNoSymbol);
    }
  }
  if (by_bounds.empty()) return nullptr;
  std::vector<ConditionPtr> alternatives;
  for (auto& [bounds, symbols] : by_bounds) {
    std::vector<ConditionPtr> unit_is;
    if (std::erase(symbols, model::kNoSymbol) > 0) unit_is.push_back(Negate(Recorded(unit_field)));
    if (!symbols.empty()) {
      std::string label = model::UnitLabel(view_.dictionary().Text(symbols[0]));
      unit_is.push_back(MakeCodes(unit_field, std::make_shared<const model::SymbolList>(symbols), 0, std::move(label)));
    }
    ConditionPtr in_unit = Combine(Condition::Kind::kOr, entity, std::move(unit_is));
    ConditionPtr range = MakeRange(field, model::kValuePart, bounds.first, bounds.second);
    if (compare.op == Compare::Op::kIsNot) range = RecordedButNot(Recorded(field), std::move(range));
    alternatives.push_back(Both(std::move(in_unit), std::move(range)));
  }
  return Combine(Condition::Kind::kOr, entity, std::move(alternatives));
}

}  // namespace muster::bind
