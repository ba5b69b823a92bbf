#include "engine/api/answer.h"

#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/str_split.h"
#include "engine/bind/binder.h"
#include "engine/execute/execute.h"
#include "engine/release/release.h"
#include "grammar/parse.h"

namespace muster::api {
namespace {

int64_t Microseconds(std::chrono::steady_clock::time_point since) {
  return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - since).count();
}

using Clock = std::chrono::steady_clock;

void AddLines(const std::string& text, Table* table) {
  for (auto& line : absl::StrSplit(text, '\n', absl::SkipEmpty())) {
    table->rows.push_back({Cell(std::string(line))});
  }
}

// `explain`: the bound query and the plan.
Table ExplainPlan(const bind::Query& query, const plan::Plan& plan) {
  Table table;
  table.columns = {{"explanation", ColumnType::kText}};
  AddLines("bound:", &table);
  AddLines(bind::Print(query), &table);
  AddLines("plan, on each segment:", &table);
  AddLines(plan::Print(plan), &table);
  return table;
}

struct StageTimes {
  int64_t parse = 0;
  int64_t bind = 0;
  int64_t plan = 0;
  int64_t execute = 0;
};

// `explain analyse`: what each step of the plan did, and what each stage took.
Table ExplainAnalyse(const plan::Plan& plan, const std::vector<execute::NodeStats>& stats, const StageTimes& times,
                     const Table& answer) {
  Table table;
  table.columns = {{"step", ColumnType::kText},
                   {"rows", ColumnType::kInteger},
                   {"bitmaps", ColumnType::kInteger},
                   {"values", ColumnType::kInteger},
                   {"microseconds", ColumnType::kInteger}};
  const auto stage = [&](const char* name, int64_t microseconds) {
    table.rows.push_back({std::string(name), std::monostate(), std::monostate(), std::monostate(), microseconds});
  };
  stage("parse", times.parse);
  stage("bind", times.bind);
  stage("plan", times.plan);
  stage("execute", times.execute);
  table.rows.back()[1] = static_cast<int64_t>(answer.rows.size());
  size_t id = 0;
  for (const auto& [depth, text] : plan::Describe(plan)) {
    const execute::NodeStats& s = stats[id++];
    table.rows.push_back({std::string(static_cast<size_t>(depth) * 2 + 2, ' ') + text, static_cast<int64_t>(s.rows),
                          static_cast<int64_t>(s.bitmaps), static_cast<int64_t>(s.rows_checked), s.microseconds});
  }
  return table;
}

Diagnostic TooLarge(const absl::Status& status, const grammar::Statement& statement) {
  return {Severity::kError,     "answer-too-large", std::string(status.message()),
          statement.span.begin, statement.span.end, {"narrow it with where, top or limit"}};
}

// Runs one bound statement. A too large answer becomes a diagnostic of `answer`.
absl::Status Run(const grammar::Statement& statement, const bind::Query& query, StageTimes times,
                 const QueryOptions& options, const bind::CatalogueView& view, execute::UnionCache* unions,
                 const plan::Passes& passes, Clock::time_point start, Answer* answer) {
  const Clock::time_point plan_start = Clock::now();
  const plan::Plan plan = plan::MakePlan(query, passes);
  times.plan = Microseconds(plan_start);
  Table table;
  if (query.explain == grammar::Statement::Explain::kPlan) {
    table = ExplainPlan(query, plan);
  } else {
    const bool analyse = query.explain == grammar::Statement::Explain::kAnalyse;
    std::vector<execute::NodeStats> stats;
    const Clock::time_point execute_start = Clock::now();
    absl::StatusOr<Table> executed =
        execute::Execute(query, plan, {&view, unions, options.max_cells, analyse ? &stats : nullptr});
    times.execute = Microseconds(execute_start);
    if (absl::IsResourceExhausted(executed.status())) {
      answer->diagnostics.push_back(TooLarge(executed.status(), statement));
      return absl::OkStatus();
    }
    if (!executed.ok()) return executed.status();
    if (analyse) stats.resize(static_cast<size_t>(plan.node_count));  // no segment: no step ran
    table = analyse ? ExplainAnalyse(plan, stats, times, *executed) : *std::move(executed);
  }
  table = release::Release(std::move(table), release::Policy::kExact, query.text, view);
  table.provenance.microseconds = Microseconds(start);
  answer->table = std::move(table);
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::vector<Answer>> AnswerText(std::string_view text, const QueryOptions& options,
                                               const bind::CatalogueView& view, execute::UnionCache* unions,
                                               const plan::Passes& passes) {
  Clock::time_point start = Clock::now();
  StageTimes times;
  grammar::ParseResult parsed = grammar::Parse(text, {options.max_text_bytes, options.max_depth, options.max_terms});
  times.parse = Microseconds(start);
  if (HasErrors(parsed.diagnostics)) return std::vector<Answer>{{std::nullopt, std::move(parsed.diagnostics)}};

  // All statements are bound before the first is run: a mistake in the last must not come after answers.
  std::vector<Answer> answers(parsed.statements.size());
  std::vector<std::optional<bind::Query>> queries;
  bool errors = false;
  const Clock::time_point bind_start = Clock::now();
  for (size_t i = 0; i < parsed.statements.size(); ++i) {
    auto query = bind::Bind(parsed.statements[i], view, &answers[i].diagnostics);
    if (!query.ok()) return query.status();
    errors = errors || !query->has_value();
    queries.push_back(*std::move(query));
  }
  times.bind = Microseconds(bind_start);
  if (errors) {
    for (Answer& answer : answers) answer.table.reset();
    return answers;
  }
  for (size_t i = 0; i < queries.size(); ++i) {
    absl::Status status =
        Run(parsed.statements[i], *queries[i], times, options, view, unions, passes, start, &answers[i]);
    if (!status.ok()) return status;
    start = Clock::now();  // the next statement's time begins where this one's ended
  }
  return answers;
}

}  // namespace muster::api
