// One plan on all segments.
#ifndef MUSTER_ENGINE_EXECUTE_PLAN_RUNNER_H_
#define MUSTER_ENGINE_EXECUTE_PLAN_RUNNER_H_

#include <cstddef>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/execute/execute.h"
#include "engine/execute/filter/families.h"
#include "engine/execute/filter/persons.h"
#include "engine/execute/filter/segment_executor.h"
#include "engine/execute/rows/row_set.h"

namespace muster::execute {

/// Runs a plan on the segments of a snapshot, on several threads where that pays.
class PlanRunner {
 public:
  /// The arguments must outlive the runner.
  PlanRunner(const bind::Query& query, const plan::Plan& plan, const Context& context);

  /// Evaluates the nodes that need all segments. To be called once, before the other methods.
  absl::Status Prepare() { return Prepare(*plan_.root); }

  size_t segments() const { return context_.view->snapshot().segments.size(); }
  const storage::SegmentReader& segment(size_t s) const { return *context_.view->snapshot().segments[s]; }
  LazyFamilies& families() { return families_; }

  /// How many threads ForEachSegment uses at most.
  size_t workers() const { return workers_; }
  /// Calls f(worker, s) for each segment, on several threads. `worker` is below workers(), and different in calls that
  /// run at the same time. Of several errors, that of the first segment is returned; segments after it may be skipped.
  absl::Status ForEachSegment(absl::FunctionRef<absl::Status(size_t worker, size_t s)> f);

  /// Calls f(worker, s, rows, executor) for each segment, as ForEachSegment does, with the rows that Matching gives.
  /// Where the context asks for the rows that are found, these are kept in it.
  using MatchingRows = absl::FunctionRef<absl::Status(size_t worker, size_t s, const RowSet& rows, SegmentExecutor&)>;
  absl::Status ForEachMatching(MatchingRows f);

  SegmentExecutor ExecutorOf(size_t worker, size_t s);
  /// The live rows of the plan's entity that satisfy it, and are among those of the context. Of a panel that is counted
  /// as one, only one row.
  absl::StatusOr<RowSet> Matching(SegmentExecutor& executor) const;
  /// Sums the statistics of the workers' executors, where the context asks for them.
  void SumStats() const;

 private:
  // Relatives and other records of a person may be in other segments: their nodes are answered for all segments
  // first, the innermost first.
  absl::Status Prepare(const plan::Node& node);
  absl::Status PreparePersons(const plan::Node& node, std::vector<storage::BitmapPtr> with);
  // The rows of a node, per segment; `live`: only those of live individuals.
  absl::StatusOr<std::vector<storage::BitmapPtr>> OnEachSegment(const plan::Node& node, bool live);

  const plan::Plan& plan_;
  const Context& context_;
  const bool panels_;    // whether a panel counts once ...
  const bool of_codes_;  // ... unless its components are asked for by their own codes
  size_t workers_ = 1;
  LazyFamilies families_;
  LazyPersons persons_;
  CrossSegmentRows prepared_;
  std::vector<std::vector<NodeStats>> stats_;  // by worker
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_PLAN_RUNNER_H_
