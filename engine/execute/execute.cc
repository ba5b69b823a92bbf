#include "engine/execute/execute.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "allowance/too_large.h"
#include "engine/bind/bound/count_column.h"
#include "engine/bind/bound/having.h"
#include "engine/execute/aggregate/counter.h"
#include "engine/execute/aggregate/group.h"
#include "engine/execute/aggregate/group_table.h"
#include "engine/execute/aggregate/list.h"
#include "engine/execute/plan_runner.h"

namespace muster::execute {
namespace {

// Whether a row of a count with `by` satisfies every `having`.
bool IsWanted(const bind::Query& query, const std::vector<Cell>& row) {
  return std::all_of(query.having.begin(), query.having.end(), [&](const bind::Having& having) {
    return bind::Satisfies(having, std::get<int64_t>(row[query.by.size() + having.index]));
  });
}

void AddCountColumns(const bind::Query& query, Table* table) {
  for (const bind::Dimension& dimension : query.by) table->columns.push_back(Column::Key(dimension.name));
  for (const bind::Counted& counted : query.counted) table->columns.push_back(bind::CountColumn(counted));
}

absl::Status TooManyRows(size_t max_rows) {
  return TooLargeError(absl::StrCat("the answer would have more than ", max_rows, " rows"));
}

// Rows of the segments in order, until there are enough.
absl::Status List(const bind::Query& query, const Context& context, size_t max_rows, PlanRunner* runner, Table* table) {
  const size_t limit = query.limit ? static_cast<size_t>(*query.limit) : std::numeric_limits<size_t>::max();
  const bool bounded = context.take_rows == nullptr;
  ListTarget target{.table = table, .limit = limit, .take = context.take_rows, .charge = context.answers};
  if (bounded) target.limit = std::min(limit, max_rows + 1);
  for (size_t s = 0; s < runner->segments() && target.listed < limit; ++s) {
    SegmentExecutor executor = runner->ExecutorOf(0, s);
    absl::StatusOr<RowSet> rows = runner->Matching(executor);
    if (!rows.ok()) return rows.status();
    absl::Status status = AddListRows(query, runner->segment(s), *rows->bitmap(), *context.view, &target);
    if (!status.ok()) return status;
    if (bounded && table->rows.size() > max_rows) return TooManyRows(max_rows);
  }
  return target.Flush();
}

absl::Status Count(const bind::Query& query, PlanRunner* runner, Table* table) {
  std::vector<Counter> counters;
  counters.reserve(runner->workers());
  for (size_t w = 0; w < runner->workers(); ++w) counters.emplace_back(query, &runner->families());
  const absl::Status status =
      runner->ForEachMatching([&](size_t worker, size_t s, const RowSet& rows, SegmentExecutor& executor) {
        return counters[worker].Add(s, runner->segment(s), rows, executor);
      });
  if (!status.ok()) return status;
  for (size_t c = 1; c < counters.size(); ++c) counters[0].Merge(counters[c]);
  table->rows.push_back(counters[0].Cells());
  return absl::OkStatus();
}

absl::Status CountByDimensions(const bind::Query& query, const Context& context, size_t max_rows, PlanRunner* runner,
                               Table* table) {
  std::vector<Grouper> groupers;
  for (size_t w = 0; w < runner->workers(); ++w) groupers.emplace_back(query, max_rows);
  const absl::Status status =
      runner->ForEachMatching([&](size_t worker, size_t s, const RowSet& rows, SegmentExecutor&) {
        return groupers[worker].Add(runner->segment(s), rows);
      });
  if (!status.ok()) return status;
  for (size_t w = 1; w < groupers.size(); ++w) groupers[0].Merge(groupers[w]);
  if (groupers[0].MoreThan(max_rows)) return TooManyRows(max_rows);
  if (context.answers != nullptr) {
    // Texts are those of the values, which are few and short.
    const size_t bytes_of_row = sizeof(std::vector<Cell>) + table->columns.size() * sizeof(Cell);
    context.answers->Add(groupers[0].size() * bytes_of_row);
    if (absl::Status check = CheckStop(); !check.ok()) return check;
  }
  AddGroupRows(query, groupers[0], *context.view, max_rows, table);
  if (absl::Status check = CheckStop(); !check.ok()) return check;
  std::erase_if(table->rows, [&](const std::vector<Cell>& row) { return !IsWanted(query, row); });
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Table> Execute(const bind::Query& query, const plan::Plan& plan, const Context& context) {
  absl::StatusOr<Table> result{Table()};
  Table& table = *result;
  const bool list = query.kind == bind::Query::Kind::kList;
  list ? AddListColumns(query, &table) : AddCountColumns(query, &table);
  const size_t max_rows = std::max<size_t>(1, context.max_cells / table.columns.size());
  if (context.found != nullptr) context.found->assign(context.view->snapshot().segments.size(), RowSet());
  PlanRunner runner(query, plan, context);
  absl::Status status = runner.Prepare();
  if (status.ok()) {
    status = list               ? List(query, context, max_rows, &runner, &table)
             : query.by.empty() ? Count(query, &runner, &table)
                                : CountByDimensions(query, context, max_rows, &runner, &table);
  }
  if (!status.ok()) {
    result = std::move(status);
  } else {
    runner.SumStats();
  }
  return result;
}

}  // namespace muster::execute
