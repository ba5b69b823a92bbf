// Private to grammar/: how people write criteria who speak other query languages or plain English.
#ifndef MUSTER_GRAMMAR_HABITS_CRITERIA_HABITS_OF_CRITERIA_H_
#define MUSTER_GRAMMAR_HABITS_CRITERIA_HABITS_OF_CRITERIA_H_

#include <optional>
#include <string>

#include "grammar/habits/habit_tokens.h"

namespace muster::grammar {

/// What to write instead, when the tokens from the first on are such a habit: `has 2 samples`, `without asthma`, `older
/// than 18`, `diagnosed in the last 5 years`. `to_wrong` is how many tokens lie before the one that cannot stand there;
/// negative: it lies before the first.
std::optional<std::string> HabitOfCriterion(const HabitTokens& tokens, int to_wrong);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_CRITERIA_HABITS_OF_CRITERIA_H_
