#include "engine/bind/remarks/records/all_or_none.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/bound/conditions.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/values/quantity_binder.h"
#include "engine/bind/values/units/query_units.h"
#include "engine/model/units/analyte.h"
#include "engine/model/units/units.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Has;
using model::Entity;
using Op = Compare::Op;
using Numbers = RemarkCounts::Numbers;

constexpr model::FieldId kValue = model::field::kMeasurementValue;
constexpr model::FieldId kUnit = model::field::kMeasurementUnit;

// The numbers of one assay in one unit.
struct InUnit {
  const model::Analyte* analyte;
  RecordedUnit unit;
  Numbers numbers;
};

enum class Met { kByAll, kByNone, kBySome };

// Of numbers that all have to hold.
Met MetBoth(Met a, Met b) {
  if (a == Met::kByNone || b == Met::kByNone) return Met::kByNone;
  return a == Met::kByAll ? b : a;
}

bool ComparesTheValue(const Compare& compare) {
  const bool bound = compare.op == Op::kLess || compare.op == Op::kLessEqual || compare.op == Op::kGreater ||
                     compare.op == Op::kGreaterEqual || compare.op == Op::kBetween;
  return bound && !compare.event && !compare.as_of && !compare.distance &&
         FindField(Entity::kMeasurement, compare.field.text) == kValue &&
         std::all_of(compare.values.begin(), compare.values.end(),
                     [](const grammar::Literal& value) { return value.kind == grammar::Literal::Kind::kNumber; });
}

class AllOrNone {
 public:
  AllOrNone(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria)
      : view_(view), reporter_(reporter), criteria_(criteria) {}

  void On(const grammar::Expr& criterion) {
    if (const auto* node = std::get_if<grammar::Not>(&criterion.node)) return On(*node->operand);
    if (const auto* node = std::get_if<grammar::And>(&criterion.node)) return OnEach(node->operands);
    if (const auto* options = OptionsOf(criterion)) return OnEach(*options);
    const auto* has = std::get_if<Has>(&criterion.node);
    if (has != nullptr && reporter_->ExplainsRemarks()) OnHas(criterion, *has);
  }

 private:
  void OnEach(const std::vector<grammar::ExprPtr>& operands) {
    for (const grammar::ExprPtr& operand : operands) On(*operand);
  }

  void OnHas(const grammar::Expr& criterion, const Has& has) {
    if (has.terms.empty() || has.with == nullptr || has.polarity == grammar::Polarity::kExcluded ||
        FindEntity(has.entity.text) != Entity::kMeasurement) {
      return;
    }
    std::vector<const Compare*> compares;
    const std::vector<Leaf> leaves = LeavesOf({has.with.get()});
    for (const Leaf& leaf : leaves) {
      const auto* compare = leaf.negated ? nullptr : std::get_if<Compare>(&leaf.criterion->node);
      if (compare != nullptr && ComparesTheValue(*compare)) compares.push_back(compare);
    }
    const std::optional<TermMatch>& match = criteria_.Match(has);
    if (compares.empty() || !match) return;
    constexpr size_t kMaxAssays = 20;  // more are measured in units of many kinds
    if (match->symbols->size() > kMaxAssays) return;
    const auto recorded = Read(match->symbols);
    if (!recorded || recorded->empty()) return;
    const auto read = ReadAll(compares, match->symbols);
    if (!read) return;
    const Met met = MetBy(compares, *read, *recorded);
    if (met == Met::kBySome) return;
    const bool alone =
        criteria_.leaves().size() == 1 && leaves.size() == 1 && criteria_.leaves()[0].criterion == &criterion;
    const bool meant =
        alone || IsFarOff(compares, *read, *recorded, met) || TellsSomeInAnotherUnit(compares, *recorded);
    if (meant) Say(criterion, has, *match, *recorded, met);
  }

  // Nullopt after a failure.
  std::optional<std::vector<InUnit>> Read(const ontology::SymbolSet& assays) {
    const auto units = view_.FieldUnits(kUnit);
    if (!units.ok()) return Failed(units.status());
    std::vector<InUnit> recorded;
    for (const RecordedUnit& unit : UnitsOfAssays(view_, kUnit, **units, assays)) {
      for (const model::Symbol assay : *assays) {
        const auto numbers = view_.counts().NumbersOf(Entity::kMeasurement, assay, kValue, kUnit, unit.symbol);
        if (!numbers.ok()) return Failed(numbers.status());
        if (numbers->rows == 0) continue;
        recorded.push_back({model::FindAnalyte(view_.dictionary().Text(assay)), unit, *numbers});
      }
    }
    return recorded;
  }

  std::nullopt_t Failed(const absl::Status& status) {
    reporter_->Fail(status);
    return std::nullopt;
  }

  // The units of the numbers of each.
  std::optional<std::vector<std::vector<QueryUnit>>> ReadAll(const std::vector<const Compare*>& compares,
                                                             const ontology::SymbolSet& assays) {
    const auto units = view_.FieldUnits(kUnit);
    if (!units.ok()) return Failed(units.status());
    std::vector<std::vector<QueryUnit>> read;
    for (const Compare* compare : compares) {
      SilentReporter silent;
      auto written = ReadUnits(view_, &silent, *compare, kUnit, **units, assays);
      if (!written) return std::nullopt;
      read.push_back(*std::move(written));
    }
    return read;
  }

  // Numbers that cannot be compared are met by none.
  static Met MetIn(const Compare& compare, const std::vector<QueryUnit>& written, const InUnit& recorded) {
    const auto bounds = QuantityBinder::BoundsIn(recorded.analyte, recorded.unit, compare, written);
    if (!bounds) return Met::kByNone;
    const int64_t least = model::OrderedBits(recorded.numbers.least);
    const int64_t greatest = model::OrderedBits(recorded.numbers.greatest);
    if (bounds->low <= least && greatest <= bounds->high) return Met::kByAll;
    return greatest < bounds->low || bounds->high < least ? Met::kByNone : Met::kBySome;
  }

  static Met MetBy(const std::vector<const Compare*>& compares, const std::vector<std::vector<QueryUnit>>& written,
                   const std::vector<InUnit>& recorded) {
    std::optional<Met> met;
    for (const InUnit& in : recorded) {
      Met here = Met::kByAll;
      for (size_t i = 0; i < compares.size(); ++i) here = MetBoth(here, MetIn(*compares[i], written[i], in));
      if (met && *met != here) return Met::kBySome;
      met = here;
    }
    return *met;
  }

  // Whether the number is beyond twice the greatest that is recorded, or below half of the least, in each unit. Of a
  // range that all are in, both ends are meant to be far.
  static bool IsFarOff(const std::vector<const Compare*>& compares, const std::vector<std::vector<QueryUnit>>& written,
                       const std::vector<InUnit>& recorded, Met met) {
    constexpr double kFar = 2;
    const bool is_range = compares.size() > 1 || compares[0]->op == Op::kBetween;
    if (met == Met::kByAll && is_range) return false;
    for (const InUnit& in : recorded) {
      for (size_t i = 0; i < compares.size(); ++i) {
        const auto bounds = QuantityBinder::BoundsIn(in.analyte, in.unit, *compares[i], written[i]);
        if (!bounds) return false;
        for (const int64_t bits : {bounds->low, bounds->high}) {
          if (bits == kLowest || bits == kHighest) continue;
          const double bound = model::FromOrderedBits(bits);
          if (bound <= 0 || (bound * kFar >= in.numbers.least && bound <= in.numbers.greatest * kFar)) return false;
        }
      }
    }
    return true;
  }

  // As in >= 7 mmol/mol, which is met by all, and >= 7 %, which is not.
  static bool TellsSomeInAnotherUnit(const std::vector<const Compare*>& compares, const std::vector<InUnit>& recorded) {
    return std::any_of(recorded.begin(), recorded.end(), [&](const InUnit& other) {
      std::vector<std::vector<QueryUnit>> written;
      for (const Compare* compare : compares) {
        written.emplace_back(compare->values.size(), QueryUnit{other.unit.unit, {other.unit.symbol}});
      }
      return MetBy(compares, written, recorded) == Met::kBySome;
    });
  }

  void Say(const grammar::Expr& criterion, const Has& has, const TermMatch& match, const std::vector<InUnit>& recorded,
           Met met) {
    constexpr uint64_t kFew = 5;  // of fewer it may well be so
    const auto primary = static_cast<model::FieldId>(model::Info(Entity::kMeasurement).primary);
    const auto people = view_.counts().PeopleObserved(Entity::kMeasurement, *match.symbols, primary, model::kAnyValue);
    const auto rows = view_.counts().WithoutTime(Entity::kMeasurement, match.symbols.get(), kValue, model::kValuePart);
    if (!people.ok() || !rows.ok()) return reporter_->Fail(people.ok() ? rows.status() : people.status());
    uint64_t compared = 0;
    std::vector<std::string> units;
    for (const InUnit& in : recorded) {
      compared += in.numbers.rows;
      units.push_back(model::UnitLabel(view_.dictionary().Text(in.unit.symbol)));
    }
    // Others may have bounds in place of a number, or none.
    if (*people < kFew || compared != rows->all) return;
    std::sort(units.begin(), units.end());
    units.erase(std::unique(units.begin(), units.end()), units.end());
    const char* meets =
        HoldsWithoutRows(has) ? (met == Met::kByNone ? " has such a value" : " have such a value") : " meet this";
    reporter_->Note(criterion.span, "all-or-none",
                    absl::StrCat(met == Met::kByNone ? "none" : "all", " of the ", *people, " individuals who have ",
                                 match.label, meets, ": is the unit the one that is meant?"),
                    {absl::StrCat("recorded in ", absl::StrJoin(units, ", "))});
  }

  const CatalogueView& view_;
  Reporter* reporter_;
  const SideBySide& criteria_;
};

}  // namespace

void RemarkOnAllOrNone(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria) {
  if (view.listed() != nullptr) return;
  AllOrNone remarks(view, reporter, criteria);
  for (const grammar::Expr* criterion : criteria) remarks.On(*criterion);
}

}  // namespace muster::bind
