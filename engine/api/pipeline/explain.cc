#include "engine/api/pipeline/explain.h"

#include <chrono>
#include <string>
#include <variant>
#include <vector>

#include "absl/strings/str_split.h"
#include "engine/api/pipeline/run_plans.h"

namespace muster::api {
namespace {

void AddLines(const std::string& text, Table* table) {
  for (auto& line : absl::StrSplit(text, '\n', absl::SkipEmpty())) {
    table->rows.push_back({Cell(std::string(line))});
  }
}

Table Explanation() {
  Table table;
  table.columns = {Column::Text("explanation")};
  return table;
}

Table OfPlan(const bind::Query& query, const plan::Plan& plan, const model::SymbolList& in_use) {
  Table table = Explanation();
  AddLines("bound:", &table);
  AddLines(bind::Print(query, &in_use), &table);
  AddLines("plan, on each segment:", &table);
  AddLines(plan::Print(plan, nullptr, &in_use), &table);
  return table;
}

Table OfExecution(const plan::Plan& plan, const std::vector<execute::NodeStats>& stats, const StageTimes& times,
                  const Table& answer, const model::SymbolList& in_use) {
  Table table;
  table.columns = {Column::Key("step"), Column::Rows("rows"), Column::Number("bitmaps"), Column::Rows("values"),
                   Column::Number("microseconds")};
  const auto stage = [&](const char* name, int64_t microseconds) {
    table.rows.push_back({std::string(name), std::monostate(), std::monostate(), std::monostate(), microseconds});
  };
  stage("parse", times.parse);
  stage("bind", times.bind);
  stage("plan", times.plan);
  stage("execute", times.execute);
  table.rows.back()[1] = static_cast<int64_t>(answer.rows.size());
  size_t id = 0;
  for (const auto& [depth, text] : plan::Describe(plan, &in_use)) {
    const execute::NodeStats& s = stats[id++];
    table.rows.push_back({std::string(static_cast<size_t>(depth) * 2 + 2, ' ') + text, static_cast<int64_t>(s.rows),
                          static_cast<int64_t>(s.bitmaps), static_cast<int64_t>(s.rows_checked), s.microseconds});
  }
  return table;
}

}  // namespace

absl::StatusOr<Table> Explain(const PreparedStatement& statement, StageTimes times, execute::Context context) {
  const bind::Query& query = statement.query;
  if (query.where == nullptr) {  // no criteria: a cohort is dropped
    Table table = Explanation();
    table.rows.push_back({query.text});
    return table;
  }
  const plan::Plan& plan = statement.plans.where;
  const auto in_use = context.view->InUse(bind::CatalogueView::Which::kSymbols);
  if (!in_use.ok()) return in_use.status();
  if (query.explain == grammar::Statement::Explain::kPlan) return OfPlan(query, plan, **in_use);
  std::vector<execute::NodeStats> stats;
  context.stats = &stats;
  const auto start = std::chrono::steady_clock::now();
  absl::StatusOr<Table> executed = RunPlans(query, statement.plans, context);
  if (!executed.ok()) return executed.status();
  times.plan = statement.plan_microseconds;
  times.execute =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start).count();
  stats.resize(static_cast<size_t>(plan.node_count));  // without segments no step ran
  return OfExecution(plan, stats, times, *executed, **in_use);
}

}  // namespace muster::api
