#include "engine/api/pipeline/run_plans.h"

namespace muster::api {

absl::StatusOr<Table> RunPlans(const bind::Query& query, const Plans& plans, const execute::Context& context) {
  if (plans.persons.root == nullptr) return execute::Execute(query, plans.where, context);
  absl::StatusOr<Table> table = execute::Execute(query, plans.where, context);
  if (!table.ok()) return table;
  bind::Query persons;
  for (const bind::Counted& counted : query.counted) {
    if (counted.distinct == bind::Counted::Distinct::kPersons) persons.counted = {counted};
  }
  execute::Context silent = context;
  silent.stats = nullptr;
  silent.found = nullptr;
  const absl::StatusOr<Table> counts = execute::Execute(persons, plans.persons, silent);
  if (!counts.ok()) return counts.status();
  for (size_t i = 0; i < query.counted.size(); ++i) {
    if (query.counted[i].distinct == bind::Counted::Distinct::kPersons) table->rows[0][i] = counts->rows[0][0];
  }
  return table;
}

}  // namespace muster::api
