#include "engine/bind/remarks/missing/terms_in_units.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <variant>

#include "engine/bind/bound/scope.h"
#include "engine/bind/remarks/asked/asked_people.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "engine/bind/values/quantity_binder.h"
#include "engine/bind/values/units/query_units.h"
#include "engine/model/record/symbol_list.h"
#include "engine/model/schema/schema.h"
#include "engine/model/units/analyte.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Has;
using grammar::Literal;
using model::Entity;
using model::FieldId;
using Op = Compare::Op;

// The field that is compared with numbers with units; nullopt for other comparisons.
std::optional<FieldId> QuantityOf(const Compare& compare, Entity entity) {
  const bool bound = compare.op == Op::kLess || compare.op == Op::kLessEqual || compare.op == Op::kGreater ||
                     compare.op == Op::kGreaterEqual || compare.op == Op::kBetween || compare.op == Op::kIs;
  const bool numbers =
      !compare.values.empty() && std::all_of(compare.values.begin(), compare.values.end(),
                                             [](const Literal& value) { return value.kind == Literal::Kind::kNumber; });
  if (!bound || !numbers || compare.event || compare.as_of || compare.distance) return std::nullopt;
  const auto field = FindField(entity, compare.field.text);
  return field && model::UnitFieldOf(*field) ? field : std::nullopt;
}

// Whether the criterion says what was measured: by the term, or by a component of a panel.
bool SaysWhat(const Compare& compare, bool negated, Entity entity) {
  const auto field = FindField(entity, compare.field.text);
  if (!field || compare.event) return false;
  if (model::Info(entity).primary == static_cast<int>(*field)) return true;
  return *field == model::field::kMeasurementComponent && !negated && (compare.op == Op::kIs || compare.op == Op::kIn);
}

// Null where there is none, or what was measured is asked for as well.
const Compare* TheQuantity(const grammar::Expr& with, Entity entity) {
  const Compare* quantity = nullptr;
  for (const Leaf& leaf : LeavesOf({&with})) {
    const auto* compare = std::get_if<Compare>(&leaf.criterion->node);
    if (compare == nullptr) return nullptr;  // alternatives, or records below
    if (SaysWhat(*compare, leaf.negated, entity)) return nullptr;
    if (!leaf.negated && QuantityOf(*compare, entity)) quantity = compare;
  }
  return quantity;
}

// Counts rows of `term` in the recorded units that the number converts to. Nullopt after a failure.
std::optional<uint64_t> CountCompared(const CatalogueView& view, Reporter* reporter, const Compare& compare,
                                      Entity entity, model::Symbol term, const std::vector<RecordedUnit>& recorded,
                                      const std::vector<QueryUnit>& written) {
  const FieldId unit_field = *model::UnitFieldOf(*FindField(entity, compare.field.text));
  const model::Analyte* analyte =
      entity == Entity::kMeasurement ? model::FindAnalyte(view.dictionary().Text(term)) : nullptr;
  const model::SymbolList one({term});
  uint64_t rows = 0;
  for (const RecordedUnit& unit : recorded) {
    if (!QuantityBinder::BoundsIn(analyte, unit, compare, written)) continue;
    const auto in_unit = view.counts().Observed(entity, one, unit_field, unit.symbol);
    if (!in_unit.ok()) {
      reporter->Fail(in_unit.status());
      return std::nullopt;
    }
    rows += *in_unit;
  }
  return rows;
}

}  // namespace

std::optional<TermsInUnits> FindTermsInUnits(const CatalogueView& view, Reporter* reporter, const Has& has) {
  if (!has.terms.empty() || has.with == nullptr) return std::nullopt;
  const auto entity = FindEntity(has.entity.text);
  if (!entity || !IsMeasured(*entity)) return std::nullopt;
  const Compare* compare = TheQuantity(*has.with, *entity);
  if (compare == nullptr) return std::nullopt;
  const FieldId unit_field = *model::UnitFieldOf(*FindField(*entity, compare->field.text));
  const auto recorded = view.FieldUnits(unit_field);
  const auto in_use = view.FieldValues(static_cast<FieldId>(model::Info(*entity).primary));
  if (!recorded.ok() || !in_use.ok()) {
    reporter->Fail(recorded.ok() ? in_use.status() : recorded.status());
    return std::nullopt;
  }
  constexpr size_t kMostTerms = 1000;
  if ((*in_use)->size() > kMostTerms) return std::nullopt;
  SilentReporter silent;
  const auto written = ReadUnits(view, &silent, *compare, unit_field, **recorded, nullptr);
  if (!written) return std::nullopt;
  std::vector<std::pair<uint64_t, model::Symbol>> terms;
  for (const model::Symbol term : **in_use) {
    const auto rows = CountCompared(view, reporter, *compare, *entity, term, **recorded, *written);
    if (!rows) return std::nullopt;
    if (*rows > 0) terms.emplace_back(*rows, term);
  }
  std::stable_sort(terms.begin(), terms.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  TermsInUnits found{compare, {}};
  for (const auto& [rows, term] : terms) found.terms.push_back(term);
  return found;
}

}  // namespace muster::bind
