#include "engine/api/answer.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "engine/api/about.h"
#include "engine/api/variants.h"
#include "engine/bind/binder.h"
#include "engine/execute/execute.h"
#include "engine/release/release.h"
#include "grammar/parameters.h"
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

// What `execute` made of a statement, or a diagnostic when that would be too large.
absl::Status Deliver(absl::StatusOr<std::optional<Table>> table, const grammar::Statement& statement,
                     const bind::Query& query, const bind::CatalogueView& view, Clock::time_point start,
                     Answer* answer) {
  if (absl::IsResourceExhausted(table.status())) {
    answer->diagnostics.push_back(TooLarge(table.status(), statement));
    return absl::OkStatus();
  }
  if (!table.ok()) return table.status();
  if (!table->has_value()) return absl::OkStatus();
  Table released = release::Release(**std::move(table), release::Policy::kExact, query.text, view);
  released.provenance.microseconds = Microseconds(start);
  answer->table = std::move(released);
  return absl::OkStatus();
}

bool IsPlain(const bind::Query& query) {
  return query.explain == grammar::Statement::Explain::kNo &&
         (query.kind == bind::Query::Kind::kCount || query.kind == bind::Query::Kind::kList);
}

execute::Context ExecuteContext(const AnswerContext& context, const QueryOptions& options,
                                std::vector<execute::NodeStats>* stats = nullptr) {
  return {&context.view, context.unions, options.max_cells, stats, context.share_from_ns};
}

// A text that was asked before of this version of the catalogue.
absl::StatusOr<std::vector<Answer>> RunPrepared(const PreparedText& prepared, const QueryOptions& options,
                                                const AnswerContext& context, Clock::time_point start) {
  std::vector<Answer> answers(prepared.queries.size());
  for (size_t i = 0; i < answers.size(); ++i) {
    answers[i].diagnostics = prepared.diagnostics[i];
    absl::StatusOr<std::optional<Table>> table =
        execute::Execute(prepared.queries[i], prepared.plans[i], ExecuteContext(context, options));
    absl::Status status =
        Deliver(std::move(table), (*prepared.statements)[i], prepared.queries[i], context.view, start, &answers[i]);
    if (!status.ok()) return status;
    start = Clock::now();
  }
  return answers;
}

// The statements of one text, one after the other.
class Session {
 public:
  Session(const QueryOptions& options, const AnswerContext& context)
      : options_(options), context_(context), cohorts_(context.view.cohorts()) {}

  absl::Status Bind(const grammar::Statement& statement, Answer* answer) {
    const auto* define = std::get_if<grammar::Define>(&statement.query);
    const auto* drop = std::get_if<grammar::Drop>(&statement.query);
    if ((define != nullptr || drop != nullptr) && !context_.cohorts.save) {
      return absl::FailedPreconditionError("the catalogue is open read-only: cohorts cannot be saved or dropped");
    }
    auto query = bind::Bind(statement, context_.view, &answer->diagnostics, &defined_);
    if (!query.ok()) return query.status();
    const bool done = statement.explain == grammar::Statement::Explain::kNo;  // what is explained changes nothing
    if (define != nullptr && query->has_value() && done) {
      defined_[absl::AsciiStrToLower(define->cohort.name)] = (*query)->text;
    }
    if (drop != nullptr) {
      const std::string key = absl::AsciiStrToLower(drop->cohort.name);
      const auto defined = defined_.find(key);
      const bool known = defined != defined_.end() ? !defined->second.empty() : context_.view.cohorts().contains(key);
      if (done) defined_[key] = "";
      if (!known) {
        answer->diagnostics.push_back({Severity::kError,
                                       "unknown-cohort",
                                       absl::StrCat("no cohort '", drop->cohort.name, "' is saved"),
                                       drop->cohort.span.begin,
                                       drop->cohort.span.end,
                                       {"show cohorts lists them"}});
      }
    }
    queries_.push_back(*std::move(query));
    return absl::OkStatus();
  }

  absl::Status Skip() {
    queries_.emplace_back();
    return absl::OkStatus();
  }

  void set_times(const StageTimes& times) { times_ = times; }

  // Runs the statement that was bound as number `index`. A too large answer becomes a diagnostic of `answer`.
  absl::Status Run(size_t index, const grammar::Statement& statement, Clock::time_point start, Answer* answer) {
    const bind::Query& query = *queries_[index];
    return Deliver(TableOf(statement, query, answer), statement, query, context_.view, start, answer);
  }

  // The queries, when all of them are plain counts and lists; the session is spent.
  std::optional<std::vector<bind::Query>> TakePlain() {
    std::vector<bind::Query> plain;
    for (std::optional<bind::Query>& query : queries_) {
      if (!query || !IsPlain(*query)) return std::nullopt;
    }
    for (std::optional<bind::Query>& query : queries_) plain.push_back(*std::move(query));
    return plain;
  }

 private:
  absl::StatusOr<std::optional<Table>> TableOf(const grammar::Statement& statement, const bind::Query& query,
                                               Answer* answer) {
    const Ask ask = [&](const bind::Query& asked, const bind::Condition& where) {
      return execute::Execute(asked, plan::MakePlan(where, context_.passes), ExecuteContext(context_, options_));
    };
    if (IsAbout(statement)) {
      return AnswerAbout(statement, {context_.view, ask, cohorts_, &answer->diagnostics});
    }
    if (query.explain != grammar::Statement::Explain::kNo) return Explain(query);
    if (const auto* drop = std::get_if<grammar::Drop>(&statement.query)) return DropCohort(*drop);
    switch (query.kind) {
      case bind::Query::Kind::kCount:
      case bind::Query::Kind::kList:
        return ask(query, *query.where);
      case bind::Query::Kind::kDefine:
        return DefineCohort(query, ask);
      default:
        return AnswerVariants(query, ask);
    }
  }

  absl::StatusOr<std::optional<Table>> Explain(const bind::Query& query) {
    if (query.where == nullptr) {  // nothing is looked for: cohorts are dropped
      Table table;
      table.columns = {{"explanation", ColumnType::kText}};
      table.rows.push_back({query.text});
      return table;
    }
    const Clock::time_point plan_start = Clock::now();
    const plan::Plan plan = plan::MakePlan(*query.where, context_.passes);
    times_.plan = Microseconds(plan_start);
    if (query.explain == grammar::Statement::Explain::kPlan) return ExplainPlan(query, plan);
    std::vector<execute::NodeStats> stats;
    const Clock::time_point execute_start = Clock::now();
    absl::StatusOr<Table> executed = execute::Execute(query, plan, ExecuteContext(context_, options_, &stats));
    times_.execute = Microseconds(execute_start);
    if (!executed.ok()) return executed.status();
    stats.resize(static_cast<size_t>(plan.node_count));  // no segment: no step ran
    return ExplainAnalyse(plan, stats, times_, *executed);
  }

  absl::StatusOr<std::optional<Table>> DefineCohort(const bind::Query& query, const Ask& ask) {
    bind::Query count;
    count.counted = query.counted;
    auto answer = ask(count, *query.where);
    if (!answer.ok()) return answer.status();
    auto saved =
        context_.cohorts.save(query.cohort, NewVersion(query, std::get<int64_t>(answer->rows[0][0]), context_.view));
    if (!saved.ok()) return saved.status();
    Table table = DefinitionTable(*saved);
    cohorts_[absl::AsciiStrToLower(query.cohort)] = *std::move(saved);
    return table;
  }

  absl::StatusOr<std::optional<Table>> DropCohort(const grammar::Drop& drop) {
    if (absl::Status dropped = context_.cohorts.drop(drop.cohort.name); !dropped.ok()) return dropped;
    cohorts_.erase(absl::AsciiStrToLower(drop.cohort.name));
    Table table;
    table.columns = {{"dropped", ColumnType::kText}};
    table.rows.push_back({drop.cohort.name});
    return table;
  }

  const QueryOptions& options_;
  const AnswerContext& context_;
  model::SavedCohorts cohorts_;
  bind::SavedTexts defined_;
  std::vector<std::optional<bind::Query>> queries_;
  StageTimes times_;
};

}  // namespace

absl::StatusOr<std::vector<Answer>> AnswerText(std::string_view text, const QueryOptions& options,
                                               const AnswerContext& context) {
  Clock::time_point start = Clock::now();
  const uint64_t version = context.view.snapshot().manifest.version;
  Statements statements;
  if (context.prepared != nullptr) {
    QueryCache::Found found = context.prepared->Find(version, text, options);
    if (found.prepared != nullptr) return RunPrepared(*found.prepared, options, context, start);
    statements = std::move(found.statements);
  }
  StageTimes times;
  std::vector<std::vector<Diagnostic>> replaced;  // of parameters, by statement
  if (statements == nullptr) {
    grammar::ParseResult parsed = grammar::Parse(text, {options.max_text_bytes, options.max_depth, options.max_terms});
    times.parse = Microseconds(start);
    if (!HasErrors(parsed.diagnostics) && parsed.statements.empty()) {
      parsed.diagnostics.push_back(
          {Severity::kError, "nothing-asked", "the text asks nothing", 0, 0, {"write for example count individuals"}});
    }
    if (HasErrors(parsed.diagnostics)) return std::vector<Answer>{{std::nullopt, std::move(parsed.diagnostics)}};
    replaced.resize(parsed.statements.size());
    for (size_t i = 0; i < parsed.statements.size(); ++i) {
      grammar::ReplaceParameters(options.parameters, &parsed.statements[i], &replaced[i]);
    }
    statements = std::make_shared<const std::vector<grammar::Statement>>(std::move(parsed.statements));
  }

  // All statements are bound before the first is run: a mistake in the last must not come after answers.
  std::vector<Answer> answers(statements->size());
  Session session(options, context);
  const Clock::time_point bind_start = Clock::now();
  for (size_t i = 0; i < answers.size(); ++i) {
    if (!replaced.empty()) answers[i].diagnostics = std::move(replaced[i]);
    absl::Status status =
        HasErrors(answers[i].diagnostics) ? session.Skip() : session.Bind((*statements)[i], &answers[i]);
    if (!status.ok()) return status;
  }
  times.bind = Microseconds(bind_start);
  session.set_times(times);
  const bool errors =
      std::any_of(answers.begin(), answers.end(), [](const Answer& a) { return HasErrors(a.diagnostics); });
  if (errors) return answers;
  const bool about = std::any_of(statements->begin(), statements->end(), [](const grammar::Statement& s) {
    return !std::holds_alternative<grammar::Count>(s.query) && !std::holds_alternative<grammar::List>(s.query);
  });
  if (context.prepared != nullptr && !about) {
    if (auto plain = session.TakePlain()) {
      auto prepared = std::make_shared<PreparedText>();
      for (size_t i = 0; i < answers.size(); ++i) {
        prepared->diagnostics.push_back(answers[i].diagnostics);
        prepared->plans.push_back(plan::MakePlan(*(*plain)[i].where, context.passes));
      }
      prepared->queries = *std::move(plain);
      prepared->statements = statements;
      context.prepared->Insert(version, text, options, prepared);
      return RunPrepared(*prepared, options, context, start);
    }
  }
  for (size_t i = 0; i < answers.size(); ++i) {
    absl::Status status = session.Run(i, (*statements)[i], start, &answers[i]);
    if (!status.ok()) return status;
    start = Clock::now();  // the next statement's time begins where this one's ended
  }
  return answers;
}

}  // namespace muster::api
