#include "engine/api/pipeline/several_values.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "engine/model/schema/schema.h"
#include "engine/model/time/moment.h"
#include "grammar/parse.h"

namespace muster::api {
namespace {

int64_t NumberAt(const std::vector<Cell>& row, size_t column) {
  const auto* number = column < row.size() ? std::get_if<int64_t>(&row[column]) : nullptr;
  return number == nullptr ? 0 : *number;
}

// The index of the only dimension of which one person may have several values, if these are bands. A row has one value
// of each of its own fields and of the rows above it. Of the first or last row below it, it has several only where
// these are at the same time: the first of such dimensions, if there is no other.
std::optional<size_t> OnlySeveral(const bind::Query& query) {
  std::optional<size_t> found, picked;
  for (size_t i = 0; i < query.by.size(); ++i) {
    const bind::Dimension& dimension = query.by[i];
    if (dimension.number_of) continue;
    const model::Field& field = model::Info(dimension.field);
    const bool below = !model::IsAncestorOrSelf(field.entity, query.counted[0].entity);
    if (dimension.order != bind::Order::kAny) {
      if (below && dimension.IsOrdered() && !picked) picked = i;
      continue;
    }
    if (!below && !field.multiple && dimension.groups.empty()) continue;
    if (!below || !dimension.IsOrdered() || found) return std::nullopt;
    found = i;
  }
  return found ? found : picked;
}

// The terms of the rows: those of the dimension, or those that a criterion asks for.
std::string TermsMeant(const grammar::Count& count, const grammar::Dimension& dimension, model::Entity entity) {
  const std::vector<grammar::Literal>* terms = &dimension.terms;
  if (terms->empty() && count.where != nullptr) {
    for (const grammar::Expr* criterion : bind::CriteriaIn(*count.where)) {
      const auto* has = std::get_if<grammar::Has>(&criterion->node);
      const bool asks = has != nullptr && !bind::HoldsWithoutRows(*has) && bind::FindEntity(has->entity.text) == entity;
      if (asks && has->polarity != grammar::Polarity::kExcluded && terms->empty()) terms = &has->terms;
    }
  }
  if (terms->empty()) return "";
  std::string written;
  for (const grammar::Literal& term : *terms) {
    absl::StrAppend(&written, written.empty() ? "" : ", ", grammar::Print(term));
  }
  return terms->size() == 1 ? absl::StrCat(" ", written) : absl::StrCat(" in (", written, ")");
}

}  // namespace

std::vector<Diagnostic> SeveralValues(const grammar::Statement& statement, const bind::Query& query,
                                      const Table& summary, const bind::CatalogueView& view) {
  constexpr size_t kWith = 2, kValues = 5;  // columns
  std::vector<Diagnostic> notes;
  const auto* summarise = std::get_if<grammar::Summarise>(&statement.query);
  if (summarise == nullptr || view.listed() != nullptr || query.counted.size() != 1) return notes;
  const model::EntityInfo& counted = model::Info(query.counted[0].entity);
  for (size_t i = 0; i < std::min(summary.rows.size(), summarise->measured.size()); ++i) {
    const int64_t with = NumberAt(summary.rows[i], kWith), values = NumberAt(summary.rows[i], kValues);
    if (values <= with) continue;
    const grammar::Measured& measured = summarise->measured[i];
    notes.push_back(
        {Severity::kNote,
         "several-values",
         absl::StrCat(with, " ", std::string(with == 1 ? counted.name : counted.plural), with == 1 ? " has " : " have ",
                      values, " values, and each counts: the mean is of values, not of ", std::string(counted.plural)),
         measured.span.begin,
         measured.span.end,
         {}});
  }
  return notes;
}

std::optional<Diagnostic> SeveralBands(const grammar::Statement& statement, const bind::Query& query,
                                       const Table& counts, const bind::CatalogueView& view) {
  const auto* count = std::get_if<grammar::Count>(&statement.query);
  if (count == nullptr || view.listed() != nullptr || query.counted.empty() || counts.total.empty()) {
    return std::nullopt;
  }
  const std::optional<size_t> several = OnlySeveral(query);
  const auto* total = std::get_if<int64_t>(&counts.total[0]);
  if (!several || *several >= count->by.size() || total == nullptr) return std::nullopt;
  int64_t sum = 0, people = *total;  // without those who have no value, as they may be many
  for (const std::vector<Cell>& row : counts.rows) {
    const int64_t number = NumberAt(row, query.by.size());
    const bool missing = *several < row.size() && std::holds_alternative<std::monostate>(row[*several]);
    (missing ? people : sum) += missing ? -number : number;
  }
  const bind::Dimension& dimension = query.by[*several];
  // Of the first or last, one of each is expected.
  const bool picked = dimension.order != bind::Order::kAny;
  constexpr int64_t kFew = 20;  // "many" is one in this many
  if (picked ? sum <= people : (sum - people) * kFew <= people) return std::nullopt;
  const model::Field& field = model::Info(dimension.field);
  const std::string entity(model::Info(field.entity).name);
  std::vector<std::string> hints;
  if (model::MomentOf(field.entity) && !picked) {
    using Calendar = grammar::Dimension::Calendar;
    const bool bands = dimension.calendar == Calendar::kNone;
    hints.push_back(absl::StrCat("by ",
                                 bands                                   ? ""
                                 : dimension.calendar == Calendar::kYear ? "year of "
                                                                         : "month of ",
                                 std::string(field.name), " of last ", entity,
                                 TermsMeant(*count, count->by[*several], field.entity), bands ? " in bands ..." : "",
                                 " takes one of each"));
  }
  const grammar::Span span = count->by[*several].span;
  return Diagnostic{
      Severity::kNote,
      "several-values",
      absl::StrCat(people == *total ? "the rows add up to " : "the rows with a value add up to ", sum, " of ", people,
                   " ", std::string(model::Info(query.counted[0].entity).plural),
                   picked ? ": who has several at the same time, in several bands, counts in each of them, "
                            "and once in the total"
                          : ": who has values in several bands counts in each of them, and once in the "
                            "total"),
      span.begin,
      span.end,
      std::move(hints)};
}

}  // namespace muster::api
