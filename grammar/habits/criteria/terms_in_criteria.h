// Private to grammar/: terms of which a criterion does not say, or says in other words, what they are of: has "asthma",
// disease "melanoma" stage III, has disease type 2 diabetes.
#ifndef MUSTER_GRAMMAR_HABITS_CRITERIA_TERMS_IN_CRITERIA_H_
#define MUSTER_GRAMMAR_HABITS_CRITERIA_TERMS_IN_CRITERIA_H_

#include <optional>
#include <string>
#include <string_view>

#include "grammar/habits/habit_tokens.h"

namespace muster::grammar {

// What to write for each of these. `to_wrong` as for HabitOfCriterion.

/// has "asthma"
std::optional<std::string> TermWithoutEntity(const HabitTokens& tokens, int to_wrong);
/// and disease "asthma"; and "asthma"; and not disease "asthma"; stage "III"
std::optional<std::string> TermWithoutHas(const HabitTokens& tokens, int to_wrong);
/// has disease type 2 diabetes
std::optional<std::string> LabelWithoutQuotes(const HabitTokens& tokens, int to_wrong);
/// has disease "melanoma" stage III; has variant "SCN1A" pathogenic; has disease (melanoma or naevus)
std::optional<std::string> WordsBehindTerm(const HabitTokens& tokens, int to_wrong);

/// The entity whose records `term`, a code or a quoted text, is most likely of, by what it is called: treatment of
/// "insulin". Where that does not tell, `before`, the entity of the criterion before it, or disease.
std::string EntityOfTerm(std::string_view term, const std::string& before);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_CRITERIA_TERMS_IN_CRITERIA_H_
