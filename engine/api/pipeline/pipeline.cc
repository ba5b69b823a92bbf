#include "engine/api/pipeline/pipeline.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/cleanup/cleanup.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "allowance/too_large.h"
#include "engine/api/pipeline/answer_notes.h"
#include "engine/api/pipeline/cell_budget.h"
#include "engine/api/pipeline/explain.h"
#include "engine/api/pipeline/prepare.h"
#include "engine/api/pipeline/run_plans.h"
#include "engine/api/pipeline/stopped.h"
#include "engine/api/pipeline/variants.h"
#include "engine/api/statements/catalogue_statements.h"
#include "engine/execute/rows/row_set.h"
#include "engine/release/release.h"

namespace muster::api {
namespace {

// The statements of one prepared text, executed and released in order. Cohorts that one of them defines or drops are
// seen by those after it.
class Execution {
 public:
  Execution(const PreparedText& text, const QueryOptions& options, const PipelineContext& context)
      : text_(text), context_(context), cells_(options.max_cells) {}

  // Stages 4 and 5 of one statement, with the notes on its answer between them. A stop and an answer that is too large
  // are diagnostics of `answer`. `start`: when the statement began; then, when it ended, where the next one's time
  // begins.
  absl::Status Run(size_t i, Allowance* allowance, Clock::time_point* start, Answer* answer) {
    absl::Status status = ExecuteAndRelease(i, *allowance, start, answer);
    if (absl::IsCancelled(status)) allowance->Stop(Stopped::kCancelled);
    const bool is_whole = status.ok() && answer->table.has_value();
    if (!is_whole) *start = Clock::now();
    if (allowance->stopped() != Stopped::kNo && !is_whole) {
      const grammar::Span span = (*text_.statements)[i].span;
      answer->table.reset();
      answer->diagnostics.push_back(StoppedDiagnostic(*allowance, span.begin, span.end));
      return absl::OkStatus();
    }
    if (!IsTooLarge(status)) return status;
    RefuseTooLarge(i, std::string(status.message()), answer);
    return absl::OkStatus();
  }

 private:
  absl::Status ExecuteAndRelease(size_t i, const Allowance& allowance, Clock::time_point* start, Answer* answer) {
    if (absl::Status check = CheckStop(); !check.ok()) return check;
    absl::StatusOr<std::optional<release::Unreleased>> found = Execute(i, &answer->diagnostics);
    std::vector<execute::RowSet> rows = std::exchange(found_rows_, {});
    if (!found.ok() || !found->has_value()) return found.status();
    // A result from after a stop may be incomplete; a change of the catalogue that was made is told all the same.
    if (allowance.stopped() != Stopped::kNo && !IsChange((*text_.statements)[i])) return absl::OkStatus();
    absl::Status status = AddAnswerNotes(text_, i, {(*found)->table, std::move(rows)}, context_, &answer->diagnostics);
    return status.ok() ? Release(i, **std::move(found), start, answer) : status;
  }

  // Stage 4: the counts of the answer. Nothing when the statement turns out to have a mistake.
  absl::StatusOr<std::optional<release::Unreleased>> Execute(size_t i, std::vector<Diagnostic>* diagnostics) {
    const grammar::Statement& statement = (*text_.statements)[i];
    const PreparedStatement& prepared = text_.prepared[i];
    const bind::Query& query = prepared.query;
    const execute::TakeRows take = [&](const std::vector<Column>& columns, std::vector<std::vector<Cell>> rows) {
      return (*context_.sink)(i, columns, std::move(rows));
    };
    execute::Context context{&context_.view, context_.unions, cells_.left(), nullptr, context_.share_from_ns};
    context.answers = &charge_;
    if (context_.sink != nullptr) context.take_rows = &take;
    if (IsCatalogueStatement(statement)) {
      const Ask ask = [&](const bind::Query& asked, const bind::Condition& where) {
        return execute::Execute(asked, plan::MakePlan(where, context_.without_passes), context);
      };
      return AnswerCatalogueStatement(statement, {context_.view, ask, cohorts(), diagnostics});
    }
    if (query.explain != grammar::Statement::Explain::kNo) return Explain(prepared, text_.times, context);
    if (const auto* drop = std::get_if<grammar::Drop>(&statement.query)) return DropCohort(drop->cohort.name);
    switch (query.kind) {
      case bind::Query::Kind::kCount:
        // The notes on the answer count among these rows. Guests get no notes, and cached ones need no rows.
        if (prepared.found_notes.Get() == nullptr && context_.view.listed() == nullptr &&
            query.counted[0].entity == model::Entity::kIndividual) {
          context.found = &found_rows_;
        }
        return RunPlans(query, prepared.plans, context);
      case bind::Query::Kind::kList:
        return RunPlans(query, prepared.plans, context);
      case bind::Query::Kind::kDefine:
        return DefineCohort(prepared, context);
      case bind::Query::Kind::kCertainty:
      case bind::Query::Kind::kSteps:
      case bind::Query::Kind::kCompare:
      case bind::Query::Kind::kSummary:
        break;
    }
    return AnswerVariants(prepared, context);
  }

  // Stage 5: the table leaves under the release policy, or a diagnostic says that it is too large. Cancelled where the
  // sink does not take its rows. `start`: when the statement began; then, when it ended.
  absl::Status Release(size_t i, release::Unreleased&& found, Clock::time_point* start, Answer* answer) {
    if (!cells_.Take(found.table)) {
      RefuseTooLarge(i, absl::StrCat("the answer has ", found.table.rows.size(), " rows"), answer);
      *start = Clock::now();
      return absl::OkStatus();
    }
    Table& table =
        answer->table.emplace(release::Release(std::move(found), text_.prepared[i].query.text, context_.view));
    const Clock::time_point end = Clock::now();
    table.provenance.microseconds = Microseconds(*start, end);
    *start = end;
    if (context_.sink == nullptr || table.rows.empty()) return absl::OkStatus();
    const bool taken = (*context_.sink)(i, table.columns, std::exchange(table.rows, {}));
    *start = Clock::now();
    return taken ? absl::OkStatus() : absl::CancelledError("no more rows are wanted");
  }

  void RefuseTooLarge(size_t i, std::string message, Answer* answer) const {
    answer->diagnostics.push_back(cells_.TooLarge(std::move(message), (*text_.statements)[i]));
  }

  absl::StatusOr<std::optional<release::Unreleased>> DefineCohort(const PreparedStatement& prepared,
                                                                  const execute::Context& context) {
    const bind::Query& query = prepared.query;
    bind::Query count;
    count.counted = query.counted;
    absl::StatusOr<Table> counted = execute::Execute(count, prepared.plans.where, context);
    if (!counted.ok()) return counted.status();
    if (absl::Status check = CheckStop(); !check.ok()) return check;
    auto version = NewVersion(query, std::get<int64_t>(counted->rows[0][0]), context_.view);
    if (!version.ok()) return version.status();
    auto saved = context_.cohorts.save(query.cohort, *std::move(version));
    if (!saved.ok()) return saved.status();
    release::Unreleased table = DefinitionTable(*saved);
    cohorts()[absl::AsciiStrToLower(query.cohort)] = *std::move(saved);
    return table;
  }

  absl::StatusOr<std::optional<Table>> DropCohort(const std::string& name) {
    if (absl::Status dropped = context_.cohorts.drop(name); !dropped.ok()) return dropped;
    cohorts().erase(absl::AsciiStrToLower(name));
    Table table;
    table.columns = {Column::Key("dropped")};
    table.rows.push_back({name});
    return table;
  }

  // The cohorts of the view, with the changes of this text. Copied only when needed, as few texts need them.
  model::SavedCohorts& cohorts() {
    if (!cohorts_) cohorts_ = context_.view.cohorts();
    return *cohorts_;
  }

  const PreparedText& text_;
  const PipelineContext& context_;
  CellBudget cells_;
  MemoryCharge charge_;  // of the answers
  std::optional<model::SavedCohorts> cohorts_;
  std::vector<execute::RowSet> found_rows_;  // that the statement has counted, for its notes; empty of others
};

// Threads that ask the same text write to shared memory only when it is slow.
void NoteDuration(const PreparedText& text, int64_t microseconds) {
  constexpr int64_t kSlow = 1000;
  if (microseconds >= kSlow || text.microseconds >= kSlow) text.microseconds = microseconds;
}

}  // namespace

absl::StatusOr<PreparedTextPtr> PrepareText(std::string_view text, const QueryOptions& options,
                                            const PipelineContext& context, Clock::time_point begin) {
  const uint64_t version = context.view.snapshot().manifest.version;
  QueryCache::Found found;
  if (context.prepared != nullptr) found = context.prepared->Find(version, text, options);
  if (found.prepared != nullptr) return found.prepared;

  auto prepared = std::make_shared<PreparedText>();
  if (absl::Status check = CheckStop(); !check.ok()) return check;
  Parse(text, options, found.parsed != nullptr ? std::move(found.parsed) : context.parsed, begin, prepared.get());
  if (prepared->HasErrors()) return prepared;
  if (absl::Status status = Bind(context, prepared.get()); !status.ok()) return status;
  if (prepared->HasErrors()) return prepared;
  Plan(context, prepared.get());

  if (absl::Status check = CheckStop(); !check.ok()) return check;  // what was bound may be incomplete
  if (context.prepared != nullptr && IsReusable(*prepared)) context.prepared->Insert(version, text, options, prepared);
  return prepared;
}

absl::StatusOr<std::vector<Answer>> AnswerText(std::string_view text, const QueryOptions& options,
                                               const PipelineContext& context) {
  const Clock::time_point begin = Clock::now();
  Allowance allowance(
      {options.timeout, options.memory_bytes, options.stop, context.stop_at_look, context.end_notes_at_look});
  const AllowanceScope scope(&allowance);
  const absl::Cleanup tell = [&] {
    if (context.outcome != nullptr) *context.outcome = allowance.stopped();
  };
  absl::StatusOr<PreparedTextPtr> prepared = PrepareText(text, options, context, begin);
  if (allowance.stopped() != Stopped::kNo) {
    std::vector<Answer> answers(1);
    answers[0].diagnostics.push_back(StoppedDiagnostic(allowance, 0, text.size()));
    return answers;
  }
  if (!prepared.ok()) return prepared.status();
  const PreparedText& statements = **prepared;

  std::vector<Answer> answers(statements.prepared.size());
  for (size_t i = 0; i < answers.size(); ++i) answers[i].diagnostics = statements.prepared[i].diagnostics;
  if (statements.HasErrors()) return answers;

  Execution execution(statements, options, context);
  Clock::time_point start = begin;
  for (size_t i = 0; i < answers.size(); ++i) {
    absl::Status status = execution.Run(i, &allowance, &start, &answers[i]);
    if (!status.ok()) return status;
  }
  NoteDuration(statements, Microseconds(begin, start));
  return answers;
}

}  // namespace muster::api
