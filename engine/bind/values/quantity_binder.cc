#include "engine/bind/values/quantity_binder.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/conditions.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/kinds_in_use.h"
#include "engine/bind/catalogue/recorded_part.h"
#include "engine/bind/values/units/query_units.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Literal;

bool Contains(const std::vector<model::Symbol>& symbols, model::Symbol symbol) {
  return std::find(symbols.begin(), symbols.end(), symbol) != symbols.end();
}

}  // namespace

std::optional<ValueRange> QuantityBinder::BoundsIn(const model::Analyte* analyte, const RecordedUnit& recorded,
                                                   const Compare& compare, const std::vector<QueryUnit>& written) {
  int64_t first = 0, last = 0;
  for (size_t i = 0; i < written.size(); ++i) {
    const double number = compare.values[i].number;
    if (!written[i].unit) {
      if (!Contains(written[i].same, recorded.symbol)) return std::nullopt;
      last = model::OrderedBits(number);
    } else {
      if (!recorded.unit) return std::nullopt;
      // Most units measure other things, which needs no message.
      if (analyte == nullptr && !model::Convertible(*written[i].unit, *recorded.unit)) return std::nullopt;
      const auto converted = model::ConvertOf(analyte, number, *written[i].unit, *recorded.unit);
      if (!converted.ok()) return std::nullopt;
      last = model::OrderedBits(*converted);
    }
    if (i == 0) first = last;
  }
  return BoundsOf(compare.op, first, last);
}

ConditionPtr QuantityBinder::Bind(const Compare& compare, model::FieldId field, model::FieldId unit_field) {
  const absl::StatusOr<RecordedUnits> recorded = view_.FieldUnits(unit_field);
  if (!recorded.ok()) {
    reporter_->Fail(recorded.status());
    return nullptr;
  }
  const auto units = ReadUnits(view_, reporter_, compare, unit_field, **recorded, assays_);
  if (!units) return nullptr;
  if (units->front().unit && units->back().unit) {
    const auto first_in_last = model::Convert(compare.values.front().number, *units->front().unit, *units->back().unit);
    WarnIfEmpty(compare, first_in_last.ok() && *first_in_last > compare.values.back().number, reporter_);
  }
  const absl::StatusOr<ontology::SymbolSet> listed = ListedAssays();
  if (!listed.ok()) {
    reporter_->Fail(listed.status());
    return nullptr;
  }
  Comparison comparison{compare, field, unit_field, **recorded, *units, *listed};
  AddAnalytes(&comparison);
  AddOthers(&comparison);
  if (!comparison.compares) return NothingCompared(comparison);
  std::ranges::move(comparison.left_out, std::back_inserter(unconverted_));
  return Combine(Condition::Kind::kOr, model::Info(field).entity, std::move(comparison.alternatives));
}

// Each analyte whose numbers convert otherwise, by itself.
void QuantityBinder::AddAnalytes(Comparison* to) {
  for (const auto& [analyte, assays] : AnalytesOf(to->field)) {
    if (!Matters(analyte, *to)) continue;
    const auto terms = std::make_shared<const model::SymbolList>(assays);
    ConditionPtr converted = InUnits(analyte, terms, nullptr, to);
    to->of_analytes.insert(to->of_analytes.end(), assays.begin(), assays.end());
    if (converted == nullptr) continue;
    to->compares =
        to->compares || std::ranges::any_of(assays, [&](model::Symbol assay) { return to->IsListed(assay); });
    if (assays_ == nullptr || assays_->size() != assays.size()) {  // not all that is asked for
      converted =
          Both(MakeCodes(model::field::kMeasurementAssay, terms, 0, std::string(analyte->name)), std::move(converted));
    }
    to->alternatives.push_back(std::move(converted));
  }
  std::sort(to->of_analytes.begin(), to->of_analytes.end());
}

// The assays without an analyte.
void QuantityBinder::AddOthers(Comparison* to) {
  // Of assays that no record has there is nothing to convert, but the comparison is a good one.
  if (assays_ != nullptr && !assays_->empty() && std::ranges::includes(to->of_analytes, *assays_)) return;
  const auto but = to->of_analytes.empty() ? nullptr : std::make_shared<const model::SymbolList>(to->of_analytes);
  ConditionPtr rest = InUnits(nullptr, nullptr, but, to);
  if (rest == nullptr) return;
  if (but != nullptr) {
    rest = Both(Negate(MakeCodes(model::field::kMeasurementAssay, but, 0, "those above")), std::move(rest));
  }
  to->compares = to->compares || to->listed == nullptr || assays_ == nullptr ||
                 std::ranges::any_of(*assays_, [&](model::Symbol assay) {
                   return to->IsListed(assay) && !std::ranges::binary_search(to->of_analytes, assay);
                 });
  to->alternatives.push_back(std::move(rest));
}

// No rows, if there are no such records; an error, if none of their units converts to the query's.
ConditionPtr QuantityBinder::NothingCompared(const Comparison& comparison) {
  const model::Entity entity = model::Info(comparison.field).entity;
  if (!HasNothingToCompare(comparison.field)) {
    const Literal& last = comparison.compare.values.back();
    reporter_->Error(
        last.span, "incompatible-unit",
        absl::StrCat("no ", std::string(model::Info(entity).name), " is in a unit that ", last.unit,
                     " can be converted to"),
        {UnitsInUse(UnitsOfAssays(view_, comparison.unit_field, comparison.recorded, assays_), view_.dictionary())});
    return nullptr;
  }
  if (assays_ == nullptr) {
    reporter_->Warn(
        comparison.compare.field.span, "not-recorded",
        absl::StrCat("no ", std::string(model::Info(comparison.field).name), " of ",
                     WithArticle(std::string(model::Info(entity).name)), " is recorded, so nothing matches"));
  }
  return MakeNode(Condition::Kind::kNone, entity);
}

absl::StatusOr<ontology::SymbolSet> QuantityBinder::ListedAssays() const {
  if (view_.listed() == nullptr) return ontology::SymbolSet();
  return view_.FieldValues(model::field::kMeasurementAssay);
}

// If there are no such records, a query with a valid unit has the answer 0: a site without the assay can answer.
bool QuantityBinder::HasNothingToCompare(model::FieldId field) {
  const model::Entity entity = model::Info(field).entity;
  if (assays_ != nullptr) {  // it was said that these are not used
    if (assays_->empty()) return true;
    if (view_.listed() != nullptr) {
      const absl::StatusOr<ontology::SymbolSet> listed = ListedAssays();
      if (!listed.ok()) reporter_->Fail(listed.status());
      return listed.ok() && *listed != nullptr && !Meet(*assays_, **listed);
    }
    const auto rows = view_.counts().Observed(
        entity, *assays_, static_cast<model::FieldId>(model::Info(entity).primary), model::kAnyValue);
    if (!rows.ok()) reporter_->Fail(rows.status());
    return rows.ok() && *rows == 0;
  }
  for (const model::Part part : {model::kValuePart, model::kNumberLow, model::kNumberHigh}) {
    const auto recorded = IsRecorded(view_, field, part);
    if (!recorded.ok()) reporter_->Fail(recorded.status());
    if (!recorded.ok() || *recorded) return false;
  }
  return true;
}

std::shared_ptr<const model::TargetUnit> QuantityBinder::Target(const Literal& number, grammar::Span span,
                                                                model::FieldId field, const ontology::SymbolSet& terms,
                                                                const std::string& label) {
  const model::FieldId unit_field = *model::UnitFieldOf(field);
  const absl::StatusOr<RecordedUnits> recorded = view_.FieldUnits(unit_field);
  if (!recorded.ok()) {
    reporter_->Fail(recorded.status());
    return nullptr;
  }
  if (number.unit.empty()) {
    const std::vector<RecordedUnit> of = UnitsOfAssays(view_, unit_field, **recorded, terms);
    std::vector<std::string> hints = {UnitsInUse(of, view_.dictionary())};
    // (For guests, and of assays without units, all units are given.)
    if (of.size() == 1 && of.size() < (*recorded)->size()) {
      hints = {absl::StrCat("write in ", WrittenUnit(model::UnitLabel(view_.dictionary().Text(of[0].symbol))),
                            ", the unit that it is recorded in")};
    }
    hints.emplace_back("numbers that have no unit are in \"1\"");
    reporter_->Error(number.span, "missing-unit", "values are in the unit of each record, so one has to be chosen",
                     std::move(hints));
    return nullptr;
  }
  // As a comparison with a number in the unit, which says what is wrong with it, and which records it leaves out.
  Compare compare;
  compare.field = {std::string(model::Info(field).name), span};
  compare.op = Compare::Op::kGreaterEqual;
  compare.op_span = span;
  compare.values = {number};
  compare.values[0].number = 0;
  const size_t first = unconverted();
  const ontology::SymbolSet before = std::exchange(assays_, terms);
  const ConditionPtr bound = Bind(compare, field, unit_field);
  assays_ = before;
  if (bound == nullptr) return nullptr;
  if (terms != nullptr) RestrictUnconverted(first, model::Info(field).entity, terms, label);
  WarnOfUnconverted(first);
  auto target = std::make_shared<model::TargetUnit>();
  auto symbols = std::make_shared<model::QuantitySymbols>();
  if (auto unit = model::ParseUnit(number.unit); unit.ok()) {
    target->unit = *std::move(unit);
  } else {
    target->same = SpeltLike(number.unit, **recorded, view_.dictionary());
  }
  if (!AddSymbols(unit_field, symbols.get())) return nullptr;
  target->symbols = std::move(symbols);
  return target;
}

bool QuantityBinder::AddSymbols(model::FieldId unit_field, model::QuantitySymbols* symbols) {
  const auto units = view_.FieldUnits(unit_field);
  const auto assays = view_.RecordedValues(model::field::kMeasurementAssay);
  if (!units.ok() || !assays.ok()) {
    reporter_->Fail(units.ok() ? assays.status() : units.status());
    return false;
  }
  for (const RecordedUnit& unit : **units) {
    if (unit.unit) symbols->units.emplace(unit.symbol, *unit.unit);
  }
  for (const model::Symbol assay : **assays) {
    if (const model::Analyte* analyte = model::FindAnalyte(view_.dictionary().Text(assay))) {
      symbols->analytes.emplace(assay, analyte);
    }
  }
  return true;
}

// The analytes of the recorded assays, each with its codes.
std::vector<std::pair<const model::Analyte*, std::vector<model::Symbol>>> QuantityBinder::AnalytesOf(
    model::FieldId field) {
  std::vector<std::pair<const model::Analyte*, std::vector<model::Symbol>>> analytes;
  if (model::Info(field).entity != model::Entity::kMeasurement) return analytes;
  const absl::StatusOr<ontology::SymbolSet> assays = view_.RecordedValues(model::field::kMeasurementAssay);
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
bool QuantityBinder::Matters(const model::Analyte* analyte, const Comparison& comparison) const {
  return std::ranges::any_of(comparison.recorded, [&](const RecordedUnit& in) {
    if (!in.unit) return false;
    const auto plain = BoundsIn(nullptr, in, comparison.compare, comparison.units);
    const auto own = BoundsIn(analyte, in, comparison.compare, comparison.units);
    return plain.has_value() != own.has_value() || (plain && (plain->low != own->low || plain->high != own->high));
  });
}

// The comparison in each recorded unit; null when none can be converted to. What is left out is of `terms`, without
// `except`.
ConditionPtr QuantityBinder::InUnits(const model::Analyte* analyte, ontology::SymbolSet terms,
                                     ontology::SymbolSet except, Comparison* to) {
  const Compare& compare = to->compare;
  const model::Entity entity = model::Info(to->field).entity;
  Unconverted& left_out = to->left_out.emplace_back();
  left_out.span = compare.op_span;
  left_out.unit = compare.values.back().unit;
  left_out.field = to->field;
  left_out.unit_field = to->unit_field;
  left_out.terms = std::move(terms);
  left_out.except = std::move(except);
  std::map<std::pair<int64_t, int64_t>, std::vector<model::Symbol>> by_bounds;
  for (const RecordedUnit& in : to->recorded) {
    if (const auto bounds = BoundsIn(analyte, in, compare, to->units)) {
      by_bounds[{bounds->low, bounds->high}].push_back(in.symbol);
    } else {
      left_out.units.push_back(in.symbol);
    }
  }
  // A number without unit is one in unit 1, and in nothing that 1 could be converted to: 5.0 is not 500 %.
  left_out.without = true;
  if (to->units.back().unit == model::Unit{}) {
    if (const auto bounds = BoundsIn(analyte, {model::kNoSymbol, model::Unit{}}, compare, to->units)) {
      by_bounds[{bounds->low, bounds->high}].push_back(model::kNoSymbol);
      left_out.without = false;
    }
  }
  if (by_bounds.empty()) return nullptr;
  const absl::StatusOr<bool> has_bounds = view_.HasNumberBounds(to->field);
  if (!has_bounds.ok()) {
    reporter_->Fail(has_bounds.status());
    return nullptr;
  }
  std::vector<ConditionPtr> alternatives;
  for (auto& [bounds, symbols] : by_bounds) {
    std::vector<ConditionPtr> unit_is;
    if (std::erase(symbols, model::kNoSymbol) > 0) unit_is.push_back(Negate(Recorded(to->unit_field)));
    if (!symbols.empty()) {
      std::string label = model::UnitLabel(view_.dictionary().Text(symbols[0]));
      unit_is.push_back(
          MakeCodes(to->unit_field, std::make_shared<const model::SymbolList>(symbols), 0, std::move(label)));
    }
    ConditionPtr in_unit = Combine(Condition::Kind::kOr, entity, std::move(unit_is));
    // Certainly not v is: not possibly v.
    const bool is_not = compare.op == Compare::Op::kIsNot;
    const bool possibly = (compare.certainty == grammar::Certainty::kPossibly) != is_not;
    ConditionPtr range = MakeNumberRange(to->field, {bounds.first, bounds.second}, *has_bounds, possibly);
    if (is_not) range = RecordedButNot(Recorded(to->field), std::move(range));
    alternatives.push_back(Both(std::move(in_unit), std::move(range)));
  }
  return Combine(Condition::Kind::kOr, entity, std::move(alternatives));
}

void QuantityBinder::ComparePairs(grammar::Span span, model::FieldId field, model::FieldId unit_field,
                                  ontology::SymbolSet others) {
  Unconverted pairs;
  pairs.span = span;
  pairs.field = field;
  pairs.unit_field = unit_field;
  pairs.pairs = true;
  pairs.others = std::move(others);
  unconverted_.push_back(std::move(pairs));
}

void QuantityBinder::RestrictUnconverted(size_t first, model::Entity entity, const ontology::SymbolSet& terms,
                                         const std::string& label) {
  for (size_t i = first; i < unconverted_.size(); ++i) {
    if (model::Info(unconverted_[i].field).entity == entity) {
      bind::RestrictUnconverted(terms, label, &unconverted_[i]);
    }
  }
}

void QuantityBinder::DenyUnconverted(size_t first) {
  for (size_t i = first; i < unconverted_.size(); ++i) unconverted_[i].denied = true;
}

void QuantityBinder::WarnOfUnconverted(size_t first) {
  const auto begin = unconverted_.begin() + static_cast<ptrdiff_t>(std::min(first, unconverted_.size()));
  bind::WarnOfUnconverted(view_, reporter_,
                          {std::make_move_iterator(begin), std::make_move_iterator(unconverted_.end())});
  unconverted_.erase(begin, unconverted_.end());
}

}  // namespace muster::bind
