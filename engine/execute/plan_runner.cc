#include "engine/execute/plan_runner.h"

#include <algorithm>
#include <utility>

#include "allowance/allowance.h"
#include "engine/execute/rows/panels.h"
#include "engine/execute/work_estimate.h"
#include "engine/model/schema/entity_number.h"
#include "engine/model/schema/panel.h"

namespace muster::execute {

using storage::BitmapPtr;

namespace {

// Whether a panel of measurements counts once. Its components are listed one by one, are in groups of their own where a
// dimension tells them apart, and have values of their own to summarise.
bool CountsPanels(const bind::Query& query) {
  if (query.counted[0].entity != model::Entity::kMeasurement || query.kind == bind::Query::Kind::kList) return false;
  return std::none_of(query.by.begin(), query.by.end(),
                      [](const bind::Dimension& by) { return model::DiffersWithinPanel(by.field); }) &&
         std::none_of(query.measured.begin(), query.measured.end(),
                      [](const bind::Measured& measured) { return model::DiffersWithinPanel(measured.field); });
}

// The share of the rows of the plan's entity that the context leaves.
double ShareOfRows(const plan::Plan& plan, const Context& context) {
  if (context.among == nullptr) return 1;
  uint64_t some = 0, all = 1;
  for (const RowSet& rows : *context.among) some += rows.Cardinality();
  for (const auto& segment : context.view->snapshot().segments) {
    all += segment->rows(model::EntityNumber(plan.root->entity));
  }
  return static_cast<double>(some) / static_cast<double>(all);
}

}  // namespace

PlanRunner::PlanRunner(const bind::Query& query, const plan::Plan& plan, const Context& context)
    : plan_(plan),
      context_(context),
      panels_(CountsPanels(query)),
      of_codes_(query.kind != bind::Query::Kind::kSummary),
      families_(context.view->snapshot(), context.view->dictionary()),
      persons_(context.view->snapshot()) {
  const parallel::Workers* const workers = context_.view->workers();
  if (workers != nullptr && segments() > 1 &&
      static_cast<double>(EstimatedNanoseconds(query, plan, context_.view->snapshot(), context_.unions)) *
              ShareOfRows(plan, context_) >=
          static_cast<double>(context_.share_from_ns)) {
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
    return CheckStop();
  }
  absl::Status status = context_.view->workers()->TryForEach(segments(), f);
  return status.ok() ? CheckStop() : status;
}

absl::Status PlanRunner::ForEachMatching(MatchingRows f) {
  return ForEachSegment([&](size_t worker, size_t s) -> absl::Status {
    SegmentExecutor executor = ExecutorOf(worker, s);
    absl::StatusOr<RowSet> rows = Matching(executor);
    if (!rows.ok()) return rows.status();
    absl::Status status = f(worker, s, *rows, executor);
    if (context_.found != nullptr) (*context_.found)[s] = *std::move(rows);
    return status;
  });
}

SegmentExecutor PlanRunner::ExecutorOf(size_t worker, size_t s) {
  SegmentExecutor executor(segment(s), context_.unions, stats_.empty() ? nullptr : &stats_[worker]);
  executor.Use(&prepared_, s);
  return executor;
}

absl::StatusOr<RowSet> PlanRunner::Matching(SegmentExecutor& executor) const {
  const RowSet* among = context_.among == nullptr ? nullptr : &(*context_.among)[executor.segment_index()];
  absl::StatusOr<RowSet> rows = executor.Rows(*plan_.root, among);
  if (!rows.ok()) return rows;
  absl::StatusOr<BitmapPtr> live = executor.Live(plan_.root->entity);
  if (!live.ok()) return live.status();
  if (*live != nullptr) rows = RowSet::And(*std::move(rows), RowSet(*live));
  if (!panels_) return rows;
  const auto panels = Panels::Make(executor.segment(), of_codes_ ? plan_.named : plan::NamedCodes());
  if (!panels.ok()) return panels.status();
  return *panels ? RowSet((*panels)->OfEach(*rows->bitmap())) : rows;
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
  if (node.op != plan::Op::kRelative && node.op != plan::Op::kPersons) return absl::OkStatus();
  absl::StatusOr<std::vector<BitmapPtr>> with = OnEachSegment(*node.inputs[0], node.op == plan::Op::kPersons);
  if (!with.ok()) return with.status();
  if (node.op == plan::Op::kPersons) return PreparePersons(node, *std::move(with));
  absl::StatusOr<const Families*> families = families_.Get();
  if (!families.ok()) return families.status();
  prepared_[&node] = (*families)->Related(node.relation, node.count, *with);
  return CheckStop();
}

absl::StatusOr<std::vector<BitmapPtr>> PlanRunner::OnEachSegment(const plan::Node& node, bool live) {
  std::vector<BitmapPtr> found(segments());
  const absl::Status status = ForEachSegment([&](size_t worker, size_t s) -> absl::Status {
    SegmentExecutor executor = ExecutorOf(worker, s);
    absl::StatusOr<BitmapPtr> rows = executor.Evaluate(node);
    if (!rows.ok()) return rows.status();
    found[s] = *std::move(rows);
    if (!live) return absl::OkStatus();
    const absl::StatusOr<BitmapPtr> living = executor.Live(node.entity);
    if (!living.ok()) return living.status();
    if (*living != nullptr)
      found[s] = std::make_shared<const storage::Bitmap>(storage::Bitmap::And(*found[s], **living));
    return absl::OkStatus();
  });
  if (!status.ok()) return status;
  return found;
}

absl::Status PlanRunner::PreparePersons(const plan::Node& node, std::vector<BitmapPtr> with) {
  const absl::StatusOr<const Persons*> persons = persons_.Get();
  if (!persons.ok()) return persons.status();
  const plan::Node& input = *node.inputs[0];
  if (input.op == plan::Op::kToParent && (input.count > 1 || input.distinct || input.dates > 0)) {
    const absl::StatusOr<std::vector<BitmapPtr>> below = OnEachSegment(*input.inputs[0], /*live=*/true);
    if (!below.ok()) return below.status();
    const auto enough = (*persons)->WithEnough(context_.view->snapshot(), input, *below);
    if (!enough.ok()) return enough.status();
    for (size_t s = 0; s < with.size(); ++s) {
      with[s] = std::make_shared<const storage::Bitmap>(storage::Bitmap::Or(*with[s], *(*enough)[s]));
    }
  }
  prepared_[&node] = (*persons)->AllRecordsOf(std::move(with));
  return CheckStop();
}

}  // namespace muster::execute
