// Private to grammar/: criteria as written in other query languages or in plain English.
#ifndef MUSTER_GRAMMAR_HABITS_CRITERIA_HABITS_OF_CRITERIA_H_
#define MUSTER_GRAMMAR_HABITS_CRITERIA_HABITS_OF_CRITERIA_H_

#include <optional>
#include <string>

#include "grammar/habits/phrases/habit_tokens.h"

namespace muster::grammar {

/// A hint on what to write instead, if the tokens from token 0 on are such a criterion: `has 2 samples`, `without
/// asthma`, `older than 18`, `diagnosed in the last 5 years`. `to_wrong` is the index of the token at which the syntax
/// error is; negative if it lies before token 0. Nullopt for other tokens.
std::optional<std::string> HabitOfCriterion(const HabitTokens& tokens, int to_wrong);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_CRITERIA_HABITS_OF_CRITERIA_H_
