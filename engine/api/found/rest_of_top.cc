#include "engine/api/found/rest_of_top.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "engine/api/found/found_people.h"
#include "engine/bind/bound/scope.h"
#include "engine/model/schema/schema.h"
#include "engine/plan/plan.h"

namespace muster::api {
namespace {

constexpr int64_t kLeftOut = 20;  // one in N

// Whether a row of `counted` has at most one value of it.
bool HasOneValue(const bind::Dimension& dimension, model::Entity counted) {
  const model::Field& field = model::Info(dimension.field);
  return !dimension.number_of && dimension.groups.empty() && !field.multiple &&
         model::IsAncestorOrSelf(field.entity, counted);
}

int64_t NumberAt(const std::vector<Cell>& row, size_t column) {
  const auto* number = column < row.size() ? std::get_if<int64_t>(&row[column]) : nullptr;
  return number == nullptr ? 0 : *number;
}

// count individuals by country, sex having individuals >= 50: the total is also of the rows that are left out.
void NoteRestOfHaving(const grammar::Count& count, const bind::Query& query, const Table& counts,
                      bind::Reporter* reporter) {
  if (counts.total.empty() || counts.rows.empty() || count.having.empty()) return;
  for (const bind::Dimension& dimension : query.by) {
    if (dimension.top || !HasOneValue(dimension, query.counted[0].entity)) return;
  }
  int64_t shown = 0;
  for (const std::vector<Cell>& row : counts.rows) {
    if (query.by.size() >= row.size() || !std::holds_alternative<int64_t>(row[query.by.size()])) return;
    shown += NumberAt(row, query.by.size());
  }
  const int64_t total = NumberAt(counts.total, 0);
  if (!AreMany(total - shown, total, kLeftOut)) return;
  reporter->Note(count.having[0].counted.span, "rest-of-top",
                 absl::StrCat("the rows add up to ", shown, ", and the total is of all ", total, ": also of ",
                              total - shown, " in rows that having leaves out"));
}

}  // namespace

void NoteRestOfTop(const grammar::Count& count, const bind::Query& query, const plan::Plan& plan, const Table& counts,
                   const execute::Context& context, bind::Reporter* reporter) {
  if (!query.having.empty()) return NoteRestOfHaving(count, query, counts, reporter);
  if (query.by.size() != 1 || !query.by[0].top || count.by.size() != 1 || counts.total.empty() ||
      !HasOneValue(query.by[0], query.counted[0].entity)) {
    return;
  }
  int64_t shown = 0;
  for (const std::vector<Cell>& row : counts.rows) shown += NumberAt(row, 1);
  const int64_t total = NumberAt(counts.total, 0);
  if (!AreMany(total - shown, total, kLeftOut)) return;
  bind::Query all;
  all.counted = {query.counted[0]};
  all.by = query.by;
  all.by[0].top.reset();
  const auto table = execute::Execute(all, plan, context);
  if (!table.ok()) return reporter->Fail(table.status());
  // A result from after a stop may be incomplete.
  if (absl::Status check = CheckStop(); !check.ok()) return reporter->Fail(check);
  int64_t values = 0, with_value = 0;
  for (const std::vector<Cell>& row : table->rows) {
    if (std::holds_alternative<std::monostate>(row[0])) continue;
    ++values;
    with_value += NumberAt(row, 1);
  }
  const int64_t further = values - static_cast<int64_t>(counts.rows.size());
  const std::string name(model::Info(query.by[0].field).name);
  const std::string rest =
      absl::StrCat(with_value - shown, " with ", further, " further ", further == 1 ? "value" : "values", " of ", name);
  const std::string none = absl::StrCat(total - with_value, " with none");
  reporter->Note(count.by[0].field.span, "rest-of-top",
                 absl::StrCat("the rows add up to ", shown, ", and the total is of all ", total, ": also of ",
                              further > 0 ? rest : "", further > 0 && total > with_value ? " and " : "",
                              total > with_value ? none : ""));
}

}  // namespace muster::api
