#include "engine/api/pipeline/variants.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "allowance/too_large.h"
#include "engine/api/pipeline/run_plans.h"
#include "engine/bind/bound/count_column.h"
#include "engine/execute/summary.h"

namespace muster::api {
namespace {

using bind::Query;

// What is counted, without dimensions: the same for each variant.
Query Plain(const Query& query) {
  Query plain;
  plain.kind = Query::Kind::kCount;
  plain.counted = query.counted;
  return plain;
}

int64_t CountIn(const Cell& cell) { return std::get<int64_t>(cell); }

// certainly | possibly | unknown: each column counts what it has beyond the one before.
absl::StatusOr<Table> CertaintyTable(const PreparedStatement& statement, const execute::Context& context) {
  const Query& query = statement.query;
  Table table;
  table.rows.emplace_back();
  int64_t before = 0;
  const Query plain = Plain(query);
  for (size_t v = 0; v < query.variants.size(); ++v) {
    auto answer = RunPlans(plain, statement.variants[v], context);
    if (!answer.ok()) return answer;
    const int64_t count = CountIn(answer->rows[0][0]);
    table.columns.push_back(bind::CountColumn(query.counted[0], query.variants[v].labels[0]));
    table.rows[0].emplace_back(count - before);
    before = count;
  }
  return table;
}

// How many rows of the first entity a step of a funnel leaves out although their records do not decide its criterion;
// nullopt if records always decide it. `count` rows satisfy it.
absl::StatusOr<Cell> NotRecorded(const Query& plain, const Plans& plans, int64_t count,
                                 const execute::Context& context) {
  if (plans.open.root == nullptr) return Cell();
  Query first;
  first.counted = {plain.counted[0]};
  const absl::StatusOr<Table> open = execute::Execute(first, plans.open, context);
  if (!open.ok()) return open.status();
  return Cell(CountIn(open->rows[0][0]) - count);
}

// A row for each step: how many there are. How that differs from other steps is computed when it is released.
absl::StatusOr<release::Unreleased> Steps(const PreparedStatement& statement, const execute::Context& context) {
  const Query& query = statement.query;
  const size_t counted = query.counted.size();
  Table table;
  table.columns = release::ColumnsOfSteps(query.counted, query.impact);
  if (!query.impact) table.columns.push_back(bind::CountColumn(query.counted[0], "not recorded"));
  const Query plain = Plain(query);
  for (size_t v = 0; v < query.variants.size(); ++v) {
    auto answer = RunPlans(plain, statement.variants[v], context);
    if (!answer.ok()) return answer.status();
    std::vector<Cell> row = {query.variants[v].labels[0]};
    row.insert(row.end(), answer->rows[0].begin(), answer->rows[0].end());
    row.resize(1 + 2 * counted);
    if (!query.impact) {
      absl::StatusOr<Cell> not_recorded =
          NotRecorded(plain, statement.variants[v], CountIn(answer->rows[0][0]), context);
      if (!not_recorded.ok()) return not_recorded.status();
      row.push_back(*std::move(not_recorded));
    }
    table.rows.push_back(std::move(row));
  }
  release::Differences differences = release::DifferencesOfSteps(counted, table.rows.size(), query.impact);
  return release::Unreleased(std::move(table), std::move(differences));
}

// A row for each field.
absl::StatusOr<Table> Summary(const PreparedStatement& statement, const execute::Context& context) {
  const Query& query = statement.query;
  Table table = execute::SummaryTable(query.counted[0]);
  Query plain = Plain(query);
  plain.kind = Query::Kind::kSummary;
  const absl::StatusOr<Table> all = execute::Execute(plain, statement.plans.where, context);
  if (!all.ok()) return all;
  for (size_t v = 0; v < query.variants.size(); ++v) {
    absl::StatusOr<std::vector<Cell>> row = execute::Summarise(
        query.measured[v], query.counted[0], CountIn(all->rows[0][0]), statement.variants[v].where, context);
    if (!row.ok()) return row.status();
    table.rows.push_back(*std::move(row));
  }
  return table;
}

// A column for each cohort. The rows are those of all cohorts together, so that bands have no gaps between them.
absl::StatusOr<Table> Compare(const PreparedStatement& statement, const execute::Context& context) {
  const Query& query = statement.query;
  Query grouped = Plain(query);
  grouped.by = query.by;
  auto table = RunPlans(grouped, statement.plans, context);
  if (!table.ok()) return table;
  const size_t dimensions = query.by.size();
  if (table->rows.size() > 1 && table->rows.size() > context.max_cells / (dimensions + query.variants.size())) {
    return TooLargeError(absl::StrCat("the answer would have ", table->rows.size(), " rows of ",
                                      dimensions + query.variants.size(), " columns"));
  }
  std::map<std::vector<Cell>, size_t> rows;
  for (size_t i = 0; i < table->rows.size(); ++i) {
    table->rows[i].resize(dimensions);
    rows.emplace(table->rows[i], i);
  }
  table->columns.resize(dimensions);
  table->total.clear();
  // What is most frequent is so over all cohorts; of each, all rows are asked for.
  for (bind::Dimension& dimension : grouped.by) dimension.top.reset();
  for (size_t v = 0; v < query.variants.size(); ++v) {
    auto answer = RunPlans(grouped, statement.variants[v], context);
    if (!answer.ok()) return answer;
    table->columns.push_back(bind::CountColumn(query.counted[0], query.variants[v].labels[0]));
    for (std::vector<Cell>& row : table->rows) row.emplace_back(int64_t{0});
    for (std::vector<Cell>& row : answer->rows) {
      const Cell count = row.back();
      row.resize(dimensions);
      // Groups that are not in the table of all variants together were cut off by a `top`.
      if (const auto found = rows.find(row); found != rows.end()) table->rows[found->second].back() = count;
    }
    if (dimensions > 0) table->total.push_back(answer->total[0]);
  }
  return table;
}

}  // namespace

absl::StatusOr<release::Unreleased> AnswerVariants(const PreparedStatement& statement,
                                                   const execute::Context& context) {
  switch (statement.query.kind) {
    case Query::Kind::kCertainty:
      return CertaintyTable(statement, context);
    case Query::Kind::kSteps:
      return Steps(statement, context);
    case Query::Kind::kCompare:
      return Compare(statement, context);
    case Query::Kind::kSummary:
      return Summary(statement, context);
    case Query::Kind::kCount:
    case Query::Kind::kList:
    case Query::Kind::kDefine:
      break;
  }
  return absl::InternalError("a statement with one question was asked for its variants");
}

}  // namespace muster::api
