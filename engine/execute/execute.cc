#include "engine/execute/execute.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "absl/strings/str_cat.h"
#include "engine/execute/group.h"
#include "engine/execute/group_table.h"
#include "engine/execute/list.h"

namespace muster::execute {
namespace {

using storage::Bitmap;
using storage::BitmapPtr;

// The live rows of the first entity that satisfy the query, on one segment.
absl::StatusOr<BitmapPtr> Matching(const bind::Query& query, const plan::Plan& plan, SegmentExecutor& executor) {
  absl::StatusOr<BitmapPtr> rows = executor.Evaluate(*plan.root);
  if (!rows.ok()) return rows;
  absl::StatusOr<BitmapPtr> live = executor.Live(query.counted[0].entity);
  if (!live.ok() || *live == nullptr) return live.ok() ? rows : live;
  return std::make_shared<const Bitmap>(Bitmap::And(**rows, **live));
}

// How many rows of each counted entity `rows` stand for.
absl::Status AddCounts(const bind::Query& query, const Bitmap& rows, SegmentExecutor& executor,
                       std::vector<int64_t>* counts) {
  (*counts)[0] += static_cast<int64_t>(rows.Cardinality());
  for (size_t e = 1; e < query.counted.size(); ++e) {
    absl::StatusOr<Bitmap> related = executor.Related(rows, query.counted[0].entity, query.counted[e].entity);
    if (!related.ok()) return related.status();
    absl::StatusOr<BitmapPtr> polar = executor.OfPolarity(query.counted[e].entity, query.counted[e].polarity);
    if (!polar.ok()) return polar.status();
    (*counts)[e] +=
        static_cast<int64_t>(*polar == nullptr ? related->Cardinality() : Bitmap::AndCount(*related, **polar));
  }
  return absl::OkStatus();
}

void AddCountColumns(const bind::Query& query, Table* table) {
  for (const bind::Dimension& dimension : query.by) table->columns.push_back({dimension.name, ColumnType::kText});
  for (const bind::Counted& counted : query.counted) table->columns.push_back({counted.name, ColumnType::kInteger});
}

}  // namespace

absl::StatusOr<Table> Execute(const bind::Query& query, const plan::Plan& plan, const Context& context) {
  Table table;
  const bool list = query.kind == bind::Query::Kind::kList;
  list ? AddListColumns(query, &table) : AddCountColumns(query, &table);
  const size_t max_rows = std::max<size_t>(1, context.max_cells / table.columns.size());
  const size_t limit = query.limit ? static_cast<size_t>(*query.limit) : std::numeric_limits<size_t>::max();
  std::vector<int64_t> counts(query.counted.size(), 0);
  Grouper grouper(query, max_rows);
  if (context.stats != nullptr) context.stats->assign(static_cast<size_t>(plan.node_count), {});

  for (const storage::SegmentReaderPtr& segment : context.view->snapshot().segments) {
    SegmentExecutor executor(*segment, context.unions, context.stats);
    absl::StatusOr<BitmapPtr> rows = Matching(query, plan, executor);
    if (!rows.ok()) return rows.status();
    absl::Status status;
    if (list) {
      if (table.rows.size() < limit) {
        status = AddListRows(query, *segment, **rows, *context.view, std::min(limit, max_rows + 1), &table);
      }
      if (table.rows.size() > max_rows) {
        return absl::ResourceExhaustedError(absl::StrCat("the answer would have more than ", max_rows, " rows"));
      }
    } else {
      status = AddCounts(query, **rows, executor, &counts);
      if (status.ok() && !query.by.empty()) status = grouper.Add(*segment, **rows);
    }
    if (!status.ok()) return status;
  }
  if (list) return table;
  std::vector<Cell> cells(counts.begin(), counts.end());
  if (query.by.empty()) {
    table.rows.push_back(std::move(cells));
  } else {
    AddGroupRows(query, grouper, *context.view, &table);
    table.total = std::move(cells);
  }
  return table;
}

}  // namespace muster::execute
