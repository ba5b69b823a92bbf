#include "engine/api/pipeline/answer_notes.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "allowance/allowance.h"
#include "allowance/too_large.h"
#include "engine/api/found/found_notes.h"
#include "engine/api/pipeline/equivalent_groups.h"
#include "engine/api/pipeline/nobody_left.h"
#include "engine/api/pipeline/several_values.h"
#include "engine/bind/bound/reporter.h"
#include "engine/execute/execute.h"
#include "grammar/overloaded.h"
#include "grammar/rewrite.h"
#include "grammar/walk.h"

namespace muster::api {
namespace {

bool DefinesOrDropsCohort(const grammar::Statement& statement) {
  return std::holds_alternative<grammar::Define>(statement.query) ||
         std::holds_alternative<grammar::Drop>(statement.query);
}

// Whether the criteria of statement `i` name a cohort after an earlier statement of the text has defined or dropped
// one. Notes would ask the version before that change.
bool AsksForNewCohort(const std::vector<grammar::Statement>& statements, size_t i) {
  if (std::none_of(statements.begin(), statements.begin() + static_cast<std::ptrdiff_t>(i), DefinesOrDropsCohort)) {
    return false;
  }
  const auto names_one = [](const grammar::ExprPtr* criteria) {
    return *criteria != nullptr &&
           grammar::AnyCriterion(**criteria, grammar::Overloaded{[](const grammar::InCohort&) { return true; },
                                                                 [](const auto&) { return false; }});
  };
  const auto all = grammar::CriteriaOf(&statements[i]);
  return std::any_of(all.begin(), all.end(), names_one);
}

// Adds the notes that count among the people who were found. They ask further questions, and are therefore kept with
// the prepared text. If time or memory for them runs out, the answer is given without them.
absl::Status AddFoundNotes(const PreparedText& text, size_t i, Answered answer, const PipelineContext& context,
                           std::vector<Diagnostic>* diagnostics) {
  const PreparedStatement& prepared = text.prepared[i];
  const grammar::Statement& statement = (*text.statements)[i];
  if (AsksForNewCohort(*text.statements, i)) return absl::OkStatus();
  if (prepared.found_notes.Get() == nullptr) {
    execute::Context execution{&context.view, context.unions};
    execution.share_from_ns = context.share_from_ns;
    absl::StatusOr<std::vector<Diagnostic>> notes =
        FoundNotes(statement, prepared.query, prepared.plans.where, std::move(answer), prepared.diagnostics, execution);
    if (!notes.ok()) {
      const absl::Status status = notes.status();
      if (!EndsNotes(status) && !IsTooLarge(status) && !IsChange(statement)) return status;
      const Diagnostic incomplete = bind::NotesIncomplete(statement.span);
      const bool reported = std::any_of(diagnostics->begin(), diagnostics->end(),
                                        [&](const Diagnostic& one) { return one.code == incomplete.code; });
      if (!reported) diagnostics->push_back(incomplete);
      return absl::OkStatus();
    }
    prepared.found_notes.Keep(*std::move(notes));
  }
  const std::vector<Diagnostic>& notes = *prepared.found_notes.Get();
  diagnostics->insert(diagnostics->end(), notes.begin(), notes.end());
  return absl::OkStatus();
}

}  // namespace

absl::Status AddAnswerNotes(const PreparedText& text, size_t i, Answered answer, const PipelineContext& context,
                            std::vector<Diagnostic>* diagnostics) {
  if (context.view.listed() != nullptr) return absl::OkStatus();
  const NotesScope scope;
  const grammar::Statement& statement = (*text.statements)[i];
  const bind::Query& query = text.prepared[i].query;
  const Table& counts = answer.counts;
  for (Diagnostic& note : SeveralValues(statement, query, counts, context.view)) {
    diagnostics->push_back(std::move(note));
  }
  if (auto note = SeveralBands(statement, query, counts, context.view)) diagnostics->push_back(*std::move(note));
  for (Diagnostic& note : EquivalentGroups(statement, query, counts, context.view)) {
    diagnostics->push_back(std::move(note));
  }
  if (absl::Status status = AddFoundNotes(text, i, std::move(answer), context, diagnostics); !status.ok())
    return status;
  if (std::any_of(diagnostics->begin(), diagnostics->end(),
                  [](const Diagnostic& one) { return one.severity != Severity::kNote; })) {
    return absl::OkStatus();
  }
  if (auto note = NobodyLeft(statement, counts)) diagnostics->push_back(*std::move(note));
  return absl::OkStatus();
}

bool IsChange(const grammar::Statement& statement) {
  return statement.explain == grammar::Statement::Explain::kNo && DefinesOrDropsCohort(statement);
}

}  // namespace muster::api
