#include "engine/api/pipeline/all_or_none.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/model/schema/schema.h"
#include "engine/model/units/units.h"

namespace muster::api {
namespace {

using bind::Condition;
using model::Entity;

// The criterion, where it is one of a number of some measurements; else null.
const Condition* OfMeasurement(const bind::Query& query) {
  const Condition* where = query.where.get();
  const bool counts_people = query.kind == bind::Query::Kind::kCount && query.by.empty() && query.having.empty() &&
                             query.counted.size() == 1 && query.counted[0].entity == Entity::kIndividual &&
                             query.counted[0].distinct == bind::Counted::Distinct::kNo;
  if (!counts_people || where == nullptr || where->kind != Condition::Kind::kExists) return nullptr;
  const bool one = where->count.kind == bind::Count::Kind::kAtLeast && where->count.count == 1 && where->dates == 0;
  const bool of_terms = where->child == Entity::kMeasurement && where->symbols != nullptr && !where->operands.empty();
  return one && of_terms && where->order == bind::Order::kAny ? where : nullptr;
}

bool ComparesTheValue(const grammar::Count& count) {
  const auto* has = count.where == nullptr ? nullptr : std::get_if<grammar::Has>(&count.where->node);
  const auto* compare =
      has == nullptr || has->with == nullptr ? nullptr : std::get_if<grammar::Compare>(&has->with->node);
  if (compare == nullptr || compare->field.text != "value") return false;
  using Op = grammar::Compare::Op;
  return compare->op == Op::kLess || compare->op == Op::kLessEqual || compare->op == Op::kGreater ||
         compare->op == Op::kGreaterEqual || compare->op == Op::kBetween;
}

}  // namespace

absl::StatusOr<std::optional<Diagnostic>> AllOrNone(const grammar::Statement& statement, const bind::Query& query,
                                                    const Table& counts, const bind::CatalogueView& view) {
  constexpr int64_t kFew = 5;  // of fewer it may well be so
  const auto* count = std::get_if<grammar::Count>(&statement.query);
  const Condition* exists = count != nullptr && ComparesTheValue(*count) ? OfMeasurement(query) : nullptr;
  if (exists == nullptr || view.listed() != nullptr || counts.rows.size() != 1) return std::nullopt;
  const auto* number = std::get_if<int64_t>(&counts.rows[0][0]);
  if (number == nullptr) return std::nullopt;
  const auto primary = static_cast<model::FieldId>(model::Info(Entity::kMeasurement).primary);
  const auto measured = view.counts().PeopleObserved(Entity::kMeasurement, *exists->symbols, primary, model::kAnyValue);
  if (!measured.ok()) return measured.status();
  const auto all = static_cast<int64_t>(*measured);
  if (all < kFew || (*number != 0 && *number != all)) return std::nullopt;
  const auto recorded = view.FieldUnits(model::field::kMeasurementUnit);
  if (!recorded.ok()) return recorded.status();
  std::vector<std::string> units;
  for (const auto& unit : **recorded) {
    const auto rows =
        view.counts().Observed(Entity::kMeasurement, *exists->symbols, model::field::kMeasurementUnit, unit.symbol);
    if (!rows.ok()) return rows.status();
    if (*rows > 0) units.push_back(model::UnitLabel(view.dictionary().Text(unit.symbol)));
  }
  std::sort(units.begin(), units.end());
  units.erase(std::unique(units.begin(), units.end()), units.end());
  std::vector<std::string> hints;
  if (!units.empty()) hints.push_back(absl::StrCat("recorded in ", absl::StrJoin(units, ", ")));
  return Diagnostic{Severity::kNote,
                    "all-or-none",
                    absl::StrCat(*number == 0 ? "none" : "all", " of the ", all, " individuals who have ",
                                 exists->label, " meet this: is the unit the one that is meant?"),
                    count->where->span.begin,
                    count->where->span.end,
                    std::move(hints)};
}

}  // namespace muster::api
