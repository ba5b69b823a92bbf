// Conditions that are evaluated each by itself, so that they can be put together in many ways.
#ifndef MUSTER_ENGINE_EXECUTE_SEPARATE_CONDITIONS_H_
#define MUSTER_ENGINE_EXECUTE_SEPARATE_CONDITIONS_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/bind/bound/bound.h"
#include "engine/execute/execute.h"
#include "engine/execute/plan_runner.h"
#include "engine/execute/rows/row_set.h"
#include "engine/model/schema/entity_number.h"
#include "engine/plan/plan.h"

namespace muster::execute {

/// Conditions about the rows of one entity. Once all are added, threads may ask for rows of different segments.
class SeparateConditions {
 public:
  /// `counted` says which rows there are: of a polar entity those of its polarity. What `context` points to outlives
  /// this; no statistics are collected.
  SeparateConditions(const bind::Counted& counted, const Context& context);
  SeparateConditions(const SeparateConditions&) = delete;  // what evaluates the conditions has references to this
  SeparateConditions& operator=(const SeparateConditions&) = delete;

  /// Adds a condition, without named rows, and returns its number, from 0.
  absl::StatusOr<size_t> Add(const bind::Condition& condition);
  /// The order in which conditions are best evaluated: the cheapest first.
  int RankOf(size_t condition) const;

  size_t size() const { return conditions_.size(); }
  const Context& context() const { return context_; }
  size_t segments() const { return context_.view->snapshot().segments.size(); }
  uint32_t rows(size_t s) const { return segment(s).rows(model::EntityNumber(counted_.entity)); }

  /// All rows that there are, of live people.
  absl::StatusOr<RowSet> All(size_t s) const;
  /// Those of `among` that satisfy a condition.
  absl::StatusOr<RowSet> Rows(size_t condition, size_t s, const RowSet& among) const;
  /// How many people they are rows of.
  absl::StatusOr<uint64_t> People(const RowSet& rows, size_t s) const;

 private:
  struct Kept {
    plan::Plan plan;
    std::unique_ptr<PlanRunner> runner;
  };

  const storage::SegmentReader& segment(size_t s) const { return *context_.view->snapshot().segments[s]; }

  bind::Query query_;
  const bind::Counted& counted_;
  const Context context_;
  std::vector<std::unique_ptr<Kept>> conditions_;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_SEPARATE_CONDITIONS_H_
