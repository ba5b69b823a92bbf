#include "engine/execute/differing_people.h"

#include <utility>

#include "engine/execute/plan_runner.h"

namespace muster::execute {

absl::StatusOr<uint64_t> CountDifferingPeople(const bind::Query& query, const plan::Plan& one, const plan::Plan& other,
                                              const Context& context) {
  PlanRunner with(query, one, context);
  PlanRunner without(query, other, context);
  if (absl::Status status = with.Prepare(); !status.ok()) return status;
  if (absl::Status status = without.Prepare(); !status.ok()) return status;
  uint64_t people = 0;
  for (size_t s = 0; s < with.segments(); ++s) {
    if (absl::Status status = CheckStop(); !status.ok()) return status;
    SegmentExecutor executor = with.ExecutorOf(0, s);
    SegmentExecutor of_other = without.ExecutorOf(0, s);
    absl::StatusOr<RowSet> a = with.Matching(executor);
    if (!a.ok()) return a.status();
    absl::StatusOr<RowSet> b = without.Matching(of_other);
    if (!b.ok()) return b.status();
    RowSet differ = RowSet::Or(RowSet::AndNot(*a, *b), RowSet::AndNot(*b, *a));
    const absl::StatusOr<RowSet> of = executor.Related(differ, query.counted[0].entity, model::Entity::kIndividual);
    if (!of.ok()) return of.status();
    people += of->Cardinality();
  }
  return people;
}

}  // namespace muster::execute
