// Private to api/: one statement of a guest's text, checked for its words and split into questions.
#ifndef MUSTER_ENGINE_API_GUEST_QUESTIONS_GUEST_STATEMENT_H_
#define MUSTER_ENGINE_API_GUEST_QUESTIONS_GUEST_STATEMENT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/api/guest/questions/own_cohorts.h"
#include "engine/api/guest/questions/question.h"
#include "engine/release/ledger/own_cohorts.h"
#include "engine/release/policy/policy.h"
#include "grammar/syntax.h"
#include "muster/diagnostic.h"

namespace muster::api {

struct GuestStatement {
  std::vector<Question> questions;              ///< of one about the catalogue none: these depend on what is listed
  std::optional<release::CohortChange> change;  ///< of a definition, or of one that is dropped
  OwnCohorts cohorts;                           ///< those that the statement sees
  bool names_own_cohorts = false;
};

/// By its text alone: what is refused is refused whether anything of it occurs or not. What is not handled here for
/// guests is refused, whatever the tier allows. `cohorts` are those that statements before it leave.
GuestStatement TakeApart(const grammar::Statement& statement, const release::Tier& tier, uint64_t epoch,
                         const OwnCohorts& cohorts, std::vector<Diagnostic>* diagnostics);

/// Why the definitions that a question has become may not be asked in this tier: they may have been saved under another
/// policy. Empty when they may.
std::vector<Diagnostic> RefusalsOfExpanded(const Question& question, const release::Tier& tier, grammar::Span span);

/// An error that concerns the whole statement.
Diagnostic ErrorOf(const grammar::Statement& statement, std::string code, std::string message,
                   std::vector<std::string> hints);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_GUEST_QUESTIONS_GUEST_STATEMENT_H_
