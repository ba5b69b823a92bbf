#include "engine/api/pipeline/pipeline.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "engine/api/pipeline/cell_budget.h"
#include "engine/api/pipeline/explain.h"
#include "engine/api/pipeline/prepare.h"
#include "engine/api/pipeline/run_plans.h"
#include "engine/api/pipeline/variants.h"
#include "engine/api/statements/about.h"
#include "engine/release/release.h"

namespace muster::api {
namespace {

using Clock = std::chrono::steady_clock;

int64_t Microseconds(Clock::time_point since) {
  return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - since).count();
}

// The statements of one prepared text, executed and released in order. Cohorts that one of them defines or drops are
// seen by those after it.
class Execution {
 public:
  Execution(const PreparedText& text, const QueryOptions& options, const PipelineContext& context)
      : text_(text), context_(context), cells_(options.max_cells) {}

  // Stage 4: the columns and rows of the answer. Nothing when the statement turns out to have a mistake.
  absl::StatusOr<std::optional<Table>> Execute(size_t i, std::vector<Diagnostic>* diagnostics) {
    const grammar::Statement& statement = (*text_.statements)[i];
    const PreparedStatement& prepared = text_.prepared[i];
    const bind::Query& query = prepared.query;
    const execute::Context context{&context_.view, context_.unions, cells_.left(), nullptr, context_.share_from_ns};
    if (IsAbout(statement)) {
      const Ask ask = [&](const bind::Query& asked, const bind::Condition& where) {
        return execute::Execute(asked, plan::MakePlan(where, context_.without_passes), context);
      };
      return AnswerAbout(statement, {context_.view, ask, cohorts(), diagnostics});
    }
    if (query.explain != grammar::Statement::Explain::kNo) return Explain(prepared, text_.times, context);
    if (const auto* drop = std::get_if<grammar::Drop>(&statement.query)) return DropCohort(drop->cohort.name);
    switch (query.kind) {
      case bind::Query::Kind::kCount:
      case bind::Query::Kind::kList:
        return RunPlans(query, prepared.plans, context);
      case bind::Query::Kind::kDefine:
        return DefineCohort(prepared, context);
      case bind::Query::Kind::kBounds:
      case bind::Query::Kind::kSteps:
      case bind::Query::Kind::kCompare:
        break;
    }
    return AnswerVariants(prepared, context);
  }

  // Stage 5: the table leaves under the release policy, or a diagnostic says that it is too large.
  void Release(size_t i, Table table, Clock::time_point start, Answer* answer) {
    if (!cells_.Take(table)) {
      return RefuseTooLarge(i, absl::StrCat("the answer has ", table.rows.size(), " rows"), answer);
    }
    Table released =
        release::Release(std::move(table), release::Policy::kExact, text_.prepared[i].query.text, context_.view);
    released.provenance.microseconds = Microseconds(start);
    answer->table = std::move(released);
  }

  // Hands the rows of the answer to whoever wants them apart. Cancelled where he wants no more.
  absl::Status HandOver(size_t i, Table* table) const {
    constexpr size_t kRowsOfBlock = 1024;
    if (context_.sink == nullptr) return absl::OkStatus();
    std::vector<std::vector<Cell>> rows = std::move(table->rows);
    table->rows.clear();
    for (size_t begin = 0; begin < rows.size(); begin += kRowsOfBlock) {
      const auto first = rows.begin() + static_cast<ptrdiff_t>(begin);
      const auto last = rows.begin() + static_cast<ptrdiff_t>(std::min(rows.size(), begin + kRowsOfBlock));
      std::vector<std::vector<Cell>> block(std::make_move_iterator(first), std::make_move_iterator(last));
      if (!(*context_.sink)(i, table->columns, std::move(block))) return absl::CancelledError("the sink wants no more");
    }
    return absl::OkStatus();
  }

  void RefuseTooLarge(size_t i, std::string message, Answer* answer) const {
    answer->diagnostics.push_back(cells_.TooLarge(std::move(message), (*text_.statements)[i]));
  }

 private:
  absl::StatusOr<std::optional<Table>> DefineCohort(const PreparedStatement& prepared,
                                                    const execute::Context& context) {
    const bind::Query& query = prepared.query;
    bind::Query count;
    count.counted = query.counted;
    absl::StatusOr<Table> counted = execute::Execute(count, prepared.plans.where, context);
    if (!counted.ok()) return counted.status();
    auto version = NewVersion(query, std::get<int64_t>(counted->rows[0][0]), context_.view);
    if (!version.ok()) return version.status();
    auto saved = context_.cohorts.save(query.cohort, *std::move(version));
    if (!saved.ok()) return saved.status();
    Table table = DefinitionTable(*saved);
    cohorts()[absl::AsciiStrToLower(query.cohort)] = *std::move(saved);
    return table;
  }

  absl::StatusOr<std::optional<Table>> DropCohort(const std::string& name) {
    if (absl::Status dropped = context_.cohorts.drop(name); !dropped.ok()) return dropped;
    cohorts().erase(absl::AsciiStrToLower(name));
    Table table;
    table.columns = {{"dropped", ColumnType::kText}};
    table.rows.push_back({name});
    return table;
  }

  // Those of the view, with what this text has changed. Most texts need none.
  model::SavedCohorts& cohorts() {
    if (!cohorts_) cohorts_ = context_.view.cohorts();
    return *cohorts_;
  }

  const PreparedText& text_;
  const PipelineContext& context_;
  CellBudget cells_;
  std::optional<model::SavedCohorts> cohorts_;
};

// Threads that ask the same text write to shared memory only when it is slow.
void NoteDuration(const PreparedText& text, int64_t microseconds) {
  constexpr int64_t kSlow = 1000;
  if (microseconds >= kSlow || text.microseconds >= kSlow) text.microseconds = microseconds;
}

}  // namespace

absl::StatusOr<PreparedTextPtr> PrepareText(std::string_view text, const QueryOptions& options,
                                            const PipelineContext& context) {
  const uint64_t version = context.view.snapshot().manifest.version;
  QueryCache::Found found;
  if (context.prepared != nullptr) found = context.prepared->Find(version, text, options);
  if (found.prepared != nullptr) return found.prepared;

  auto prepared = std::make_shared<PreparedText>();
  Parse(text, options, found.parsed != nullptr ? std::move(found.parsed) : context.parsed, prepared.get());
  if (prepared->HasErrors()) return prepared;
  if (absl::Status status = Bind(context, prepared.get()); !status.ok()) return status;
  if (prepared->HasErrors()) return prepared;
  Plan(context, prepared.get());

  if (context.prepared != nullptr && IsReusable(*prepared)) context.prepared->Insert(version, text, options, prepared);
  return prepared;
}

absl::StatusOr<std::vector<Answer>> AnswerText(std::string_view text, const QueryOptions& options,
                                               const PipelineContext& context) {
  const Clock::time_point begin = Clock::now();
  absl::StatusOr<PreparedTextPtr> prepared = PrepareText(text, options, context);
  if (!prepared.ok()) return prepared.status();
  const PreparedText& statements = **prepared;

  std::vector<Answer> answers(statements.prepared.size());
  for (size_t i = 0; i < answers.size(); ++i) answers[i].diagnostics = statements.prepared[i].diagnostics;
  if (statements.HasErrors()) return answers;

  Execution execution(statements, options, context);
  Clock::time_point start = begin;
  for (size_t i = 0; i < answers.size(); ++i) {
    absl::StatusOr<std::optional<Table>> table = execution.Execute(i, &answers[i].diagnostics);
    if (absl::IsResourceExhausted(table.status())) {
      execution.RefuseTooLarge(i, std::string(table.status().message()), &answers[i]);
    } else if (!table.ok()) {
      return table.status();
    } else if (table->has_value()) {
      execution.Release(i, **std::move(table), start, &answers[i]);
      if (!answers[i].table) continue;
      if (absl::Status handed = execution.HandOver(i, &*answers[i].table); !handed.ok()) return handed;
    }
    start = Clock::now();  // the next statement's time begins where this one's ended
  }
  NoteDuration(statements, Microseconds(begin));
  return answers;
}

}  // namespace muster::api
