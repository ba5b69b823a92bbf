#include "engine/api/guest/ledger/guest_entry.h"

#include <variant>

#include "absl/strings/str_cat.h"
#include "grammar/syntax.h"
#include "muster/diagnostic.h"

namespace muster::api {

uint64_t QuestionOf(const KnownText& text, size_t i, const QueryOptions& options, const GuestContext& context) {
  std::string question = absl::StrCat(text.words[i].printed, "\n", context.guest.state->policy.version);
  // The same words are another question when a cohort that they name is another.
  const bool shows = std::holds_alternative<grammar::Show>((*text.parsed.statements)[i].query);
  if (text.taken[i].names_own_cohorts || shows) {
    for (const auto& [key, cohort] : text.taken[i].cohorts.Texts()) absl::StrAppend(&question, "\n", key, "\n", cohort);
  }
  for (const std::string& dataset : context.principal.datasets) absl::StrAppend(&question, "\n", dataset);
  for (const auto& [id, version] : options.ontologies) absl::StrAppend(&question, "\n", id, " ", version);
  return context.ledger.QuestionOf(question);
}

release::StoredEntry EntryOf(const KnownText& text, size_t i, const Answer& answer, const QueryOptions& options,
                             const GuestContext& context) {
  release::StoredEntry stored;
  LedgerEntry& entry = stored.entry;
  entry.what = "statement";
  entry.principal = context.principal.name;
  entry.reference = context.principal.reference;
  entry.tier = context.guest.tier.name;
  entry.policy = context.guest.state->policy.version;
  entry.epoch = context.guest.state->epoch;
  entry.outcome = OutcomeOf(answer);
  if (text.parsed.statements == nullptr) return stored;
  entry.statement = text.words[i].redacted;
  entry.shape = text.words[i].shape;
  stored.question = QuestionOf(text, i, options, context);
  return stored;
}

std::string OutcomeOf(const Answer& answer) {
  if (answer.table.has_value()) return std::string(release::kAnswered);
  for (const Diagnostic& diagnostic : answer.diagnostics) {
    if (diagnostic.severity == Severity::kError) return diagnostic.code;
  }
  return "another statement of the text was refused";
}

}  // namespace muster::api
