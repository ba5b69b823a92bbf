#include "engine/api/guest/questions/guest_statement.h"

#include <memory>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "engine/api/statements/catalogue_statements.h"
#include "engine/release/by_text/refusals.h"
#include "engine/release/low_effect/low_effect.h"
#include "grammar/clone.h"
#include "grammar/parse.h"

namespace muster::api {
namespace {

using grammar::Statement;

// Operands that the low-effect rule may have to look at, in all questions of a statement.
constexpr size_t kMaxOperands = 2000;

class Taker {
 public:
  Taker(const Statement& statement, const release::Tier& tier, uint64_t epoch, const OwnCohorts& cohorts,
        std::vector<Diagnostic>* diagnostics)
      : statement_(statement), tier_(tier), epoch_(epoch), diagnostics_(*diagnostics) {
    taken_.cohorts = cohorts;
  }

  GuestStatement Take() {
    for (Diagnostic& refusal : release::RefusalsByText(statement_, tier_.limits)) {
      diagnostics_.push_back(std::move(refusal));
    }
    if (!HasErrors(diagnostics_)) TakeQuery();
    if (!HasErrors(diagnostics_)) Expand();
    if (!HasErrors(diagnostics_)) CheckOperands();
    return std::move(taken_);
  }

 private:
  void TakeQuery() {
    const bool explained = statement_.explain != Statement::Explain::kNo;
    const auto* define = std::get_if<grammar::Define>(&statement_.query);
    const auto* drop = std::get_if<grammar::Drop>(&statement_.query);
    if (explained && (define != nullptr || drop != nullptr || IsCatalogueStatement(statement_))) return NotOffered();
    if (IsCatalogueStatement(statement_)) return;
    if (define != nullptr) return TakeDefinition(*define);
    if (drop != nullptr) return TakeDrop(*drop);
    const bool pairs = tier_.limits.impact == release::ImpactAllowed::kPairs;
    std::optional<std::vector<Question>> questions = QuestionsOf(statement_, pairs);
    if (!questions.has_value()) return NotOffered();
    taken_.questions = *std::move(questions);
  }

  // Whoever says that he has somebody's name would see his cohorts.
  bool HasOwnCohorts() {
    if (!tier_.one_principal) return true;
    Refuse("not-offered", "cohorts of one's own are not offered here", {});
    return false;
  }

  void TakeDefinition(const grammar::Define& define) {
    if (!HasOwnCohorts()) return;
    if (define.where == nullptr || define.counted.distinct || define.counted.polarity != grammar::Polarity::kDefault) {
      return Refuse("not-offered", "here a cohort is defined by criteria on individuals",
                    {"write define cohort NAME as individuals where ..."});
    }
    Question question;
    question.count.entities = {define.counted};
    question.count.where = grammar::Clone(*define.where);
    release::CohortChange change;
    change.name = define.cohort.name;
    if (const model::SavedCohort* before = taken_.cohorts.Find(change.name)) {
      change.saved = *before;
    } else {
      change.saved.emplace();
    }
    change.saved->name = change.name;
    model::CohortVersion& version = change.saved->versions.emplace_back();
    version.text = grammar::Print(statement_);
    version.catalogue_version = epoch_;
    OwnCohorts after = taken_.cohorts;
    after.Apply(change);
    std::vector<Question> itself(1);
    itself[0].count.entities = {define.counted};
    itself[0].count.where = std::make_unique<grammar::Expr>();
    itself[0].count.where->node = grammar::InCohort{define.cohort};
    if (!after.Expand(&itself).ok()) {
      return Refuse(
          "cohort-cycle",
          absl::StrCat("cohort '", change.name, "' cannot be defined by itself, nor within the condition of a record"),
          {});
    }
    taken_.questions.push_back(std::move(question));
    taken_.change = std::move(change);
  }

  void TakeDrop(const grammar::Drop& drop) {
    if (!HasOwnCohorts()) return;
    if (taken_.cohorts.Find(drop.cohort.name) == nullptr) {
      return Refuse("unknown-cohort", absl::StrCat("you have saved no cohort '", drop.cohort.name, "'"),
                    {"show cohorts lists them"});
    }
    taken_.change = release::CohortChange{drop.cohort.name, std::nullopt};
  }

  void Expand() {
    const absl::StatusOr<bool> named = taken_.cohorts.Expand(&taken_.questions);
    if (!named.ok()) {
      return Refuse("not-offered",
                    "here a saved cohort can be asked for with individuals only, not as a condition of "
                    "their records",
                    {"write count individuals where in cohort NAME"});
    }
    taken_.names_own_cohorts = *named;
    if (!*named) return;
    for (const Question& question : taken_.questions) {
      for (Diagnostic& refusal : RefusalsOfExpanded(question, tier_, statement_.span)) {
        diagnostics_.push_back(std::move(refusal));
      }
    }
  }

  void CheckOperands() {
    size_t operands = 0;
    for (const Question& question : taken_.questions) {
      operands += release::CountOperands(question.count.where.get(), question.count.by);
    }
    if (operands <= kMaxOperands) return;
    Refuse("too-many-criteria",
           absl::StrCat("the statement asks ", operands, " criteria and values in all, and at most ", kMaxOperands,
                        " are looked at"),
           {"ask fewer at a time"});
  }

  void NotOffered() {
    Refuse("not-offered", "this statement is not offered here", {"write count individuals, with where and by"});
  }
  void Refuse(std::string code, std::string message, std::vector<std::string> hints) {
    diagnostics_.push_back(ErrorOf(statement_, std::move(code), std::move(message), std::move(hints)));
  }

  const Statement& statement_;
  const release::Tier& tier_;
  const uint64_t epoch_;
  std::vector<Diagnostic>& diagnostics_;
  GuestStatement taken_;
};

}  // namespace

Diagnostic ErrorOf(const Statement& statement, std::string code, std::string message, std::vector<std::string> hints) {
  return {Severity::kError,     std::move(code),    std::move(message),
          statement.span.begin, statement.span.end, std::move(hints)};
}

std::vector<Diagnostic> RefusalsOfExpanded(const Question& question, const release::Tier& tier, grammar::Span span) {
  Statement expanded;
  expanded.query = grammar::Clone(question.count);
  std::vector<Diagnostic> refusals = release::RefusalsByText(expanded, tier.limits);
  for (Diagnostic& refusal : refusals) {
    refusal.message = absl::StrCat("in the definition of a cohort: ", refusal.message);
    refusal.begin = span.begin;  // places in the definition are of another text
    refusal.end = span.end;
  }
  return refusals;
}

GuestStatement TakeApart(const Statement& statement, const release::Tier& tier, uint64_t epoch,
                         const OwnCohorts& cohorts, std::vector<Diagnostic>* diagnostics) {
  return Taker(statement, tier, epoch, cohorts, diagnostics).Take();
}

}  // namespace muster::api
