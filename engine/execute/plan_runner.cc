#include "engine/execute/plan_runner.h"

#include <algorithm>
#include <utility>

#include "engine/execute/work_estimate.h"

namespace muster::execute {

using storage::BitmapPtr;

PlanRunner::PlanRunner(const bind::Query& query, const plan::Plan& plan, const Context& context)
    : plan_(plan), context_(context), families_(context.view->snapshot()) {
  const parallel::Workers* const workers = context_.view->workers();
  if (workers != nullptr && segments() > 1 &&
      EstimatedNanoseconds(query, plan, context_.view->snapshot(), context_.unions) >= context_.share_from_ns) {
    workers_ = std::min(workers->threads(), segments());
  }
  if (context_.stats != nullptr) {
    stats_.assign(workers_, std::vector<NodeStats>(static_cast<size_t>(plan.node_count)));
  }
}

absl::Status PlanRunner::ForEachSegment(absl::FunctionRef<absl::Status(size_t, size_t)> f) {
  if (workers_ == 1) {
    for (size_t s = 0; s < segments(); ++s) {
      if (absl::Status status = f(0, s); !status.ok()) return status;
    }
    return absl::OkStatus();
  }
  return context_.view->workers()->TryForEach(segments(), f);
}

SegmentExecutor PlanRunner::ExecutorOf(size_t worker, size_t s) {
  SegmentExecutor executor(segment(s), context_.unions, stats_.empty() ? nullptr : &stats_[worker]);
  executor.Use(&prepared_, s);
  return executor;
}

absl::StatusOr<RowSet> PlanRunner::Matching(SegmentExecutor& executor) const {
  absl::StatusOr<RowSet> rows = executor.Rows(*plan_.root);
  if (!rows.ok()) return rows;
  absl::StatusOr<BitmapPtr> live = executor.Live(plan_.root->entity);
  if (!live.ok()) return live.status();
  return *live == nullptr ? rows : RowSet::And(*std::move(rows), RowSet(*live));
}

void PlanRunner::SumStats() const {
  if (context_.stats == nullptr) return;
  context_.stats->assign(static_cast<size_t>(plan_.node_count), {});
  for (const std::vector<NodeStats>& of_worker : stats_) {
    for (size_t n = 0; n < of_worker.size(); ++n) {
      NodeStats& sum = (*context_.stats)[n];
      sum.rows += of_worker[n].rows;
      sum.bitmaps += of_worker[n].bitmaps;
      sum.rows_checked += of_worker[n].rows_checked;
      sum.microseconds += of_worker[n].microseconds;
    }
  }
}

absl::Status PlanRunner::Prepare(const plan::Node& node) {
  for (const plan::NodePtr& input : node.inputs) {
    if (absl::Status status = Prepare(*input); !status.ok()) return status;
  }
  if (node.op != plan::Op::kRelative) return absl::OkStatus();
  absl::StatusOr<const Families*> families = families_.Get();
  if (!families.ok()) return families.status();
  std::vector<BitmapPtr> with(segments());
  absl::Status status = ForEachSegment([&](size_t worker, size_t s) {
    absl::StatusOr<BitmapPtr> rows = ExecutorOf(worker, s).Evaluate(*node.inputs[0]);
    if (rows.ok()) with[s] = *std::move(rows);
    return rows.status();
  });
  if (!status.ok()) return status;
  prepared_[&node] = (*families)->Related(node.relation, node.count, with);
  return absl::OkStatus();
}

}  // namespace muster::execute
