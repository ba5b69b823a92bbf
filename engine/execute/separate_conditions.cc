#include "engine/execute/separate_conditions.h"

#include <utility>

#include "engine/execute/filter/segment_executor.h"
#include "engine/plan/cost.h"

namespace muster::execute {

using model::Entity;

namespace {

bind::Query QueryOf(const bind::Counted& counted) {
  bind::Query query;
  query.counted = {counted};
  return query;
}

// Rows are asked for by all threads as if by one worker, whose statistics they would write at once.
Context WithoutStatistics(Context context) {
  context.stats = nullptr;
  return context;
}

}  // namespace

SeparateConditions::SeparateConditions(const bind::Counted& counted, const Context& context)
    : query_(QueryOf(counted)), counted_(query_.counted[0]), context_(WithoutStatistics(context)) {}

absl::StatusOr<size_t> SeparateConditions::Add(const bind::Condition& condition) {
  auto kept = std::make_unique<Kept>();
  kept->plan = plan::MakePlan(condition);
  kept->runner = std::make_unique<PlanRunner>(query_, kept->plan, context_);
  if (absl::Status status = kept->runner->Prepare(); !status.ok()) return status;
  conditions_.push_back(std::move(kept));
  return conditions_.size() - 1;
}

int SeparateConditions::RankOf(size_t condition) const { return plan::CostRank(*conditions_[condition]->plan.root); }

absl::StatusOr<RowSet> SeparateConditions::All(size_t s) const {
  SegmentExecutor executor(segment(s), context_.unions, nullptr);
  const absl::StatusOr<storage::BitmapPtr> live = executor.Live(counted_.entity);
  if (!live.ok()) return live.status();
  // As bits, what is put together of them is put together 64 rows at a time.
  RowSet all((*live == nullptr ? storage::Bitmap::Range(0, rows(s)) : **live).ToBits(rows(s)));
  if (counted_.polarity == bind::Polarity::kAny) return all;
  const absl::StatusOr<storage::BitmapPtr> polar = executor.OfPolarity(counted_.entity, counted_.polarity);
  if (!polar.ok()) return polar.status();
  return *polar == nullptr ? std::move(all) : RowSet::And(std::move(all), RowSet(*polar));
}

absl::StatusOr<RowSet> SeparateConditions::Rows(size_t condition, size_t s, const RowSet& among) const {
  const Kept& kept = *conditions_[condition];
  SegmentExecutor executor = kept.runner->ExecutorOf(0, s);
  return executor.Rows(*kept.plan.root, &among);
}

absl::StatusOr<uint64_t> SeparateConditions::People(const RowSet& rows, size_t s) const {
  if (counted_.entity == Entity::kIndividual) return rows.Cardinality();
  SegmentExecutor executor(segment(s), context_.unions, nullptr);
  const absl::StatusOr<RowSet> people = executor.Related(rows, counted_.entity, Entity::kIndividual);
  if (!people.ok()) return people.status();
  return people->Cardinality();
}

}  // namespace muster::execute
