// Private to grammar/: terms without `has`, entity or quotes, or with words behind them: has "asthma", disease
// "melanoma" stage III, has disease type 2 diabetes.
#ifndef MUSTER_GRAMMAR_HABITS_CRITERIA_TERMS_IN_CRITERIA_H_
#define MUSTER_GRAMMAR_HABITS_CRITERIA_TERMS_IN_CRITERIA_H_

#include <optional>
#include <string>
#include <string_view>

#include "grammar/habits/phrases/habit_tokens.h"

namespace muster::grammar {

// Hints for each of these forms. `to_wrong` as for HabitOfCriterion.

/// all measurement LOINC:4548-4 < 8 %, where token 0 is the term: all are where none is not.
std::optional<std::string> EveryRecord(const HabitTokens& tokens);

/// has "asthma"
std::optional<std::string> TermWithoutEntity(const HabitTokens& tokens, int to_wrong);
/// and disease "asthma"; and "asthma"; and not disease "asthma"; stage "III"
std::optional<std::string> TermWithoutHas(const HabitTokens& tokens, int to_wrong);
/// has disease type 2 diabetes
std::optional<std::string> LabelWithoutQuotes(const HabitTokens& tokens, int to_wrong);
/// has disease "melanoma" stage III; has variant "SCN1A" pathogenic; has disease (melanoma or naevus)
std::optional<std::string> WordsBehindTerm(const HabitTokens& tokens, int to_wrong);

/// The entity to which `term`, a code or a quoted text, most likely belongs, by its name: treatment for "insulin". If
/// that does not decide, `before`, the entity of the criterion before it, or disease.
std::string EntityOfTerm(std::string_view term, const std::string& before);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_CRITERIA_TERMS_IN_CRITERIA_H_
