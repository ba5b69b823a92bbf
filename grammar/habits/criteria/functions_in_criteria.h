// Private to grammar/: calls of functions of spreadsheets, databases and REDCap, and what to write for them.
#ifndef MUSTER_GRAMMAR_HABITS_CRITERIA_FUNCTIONS_IN_CRITERIA_H_
#define MUSTER_GRAMMAR_HABITS_CRITERIA_FUNCTIONS_IN_CRITERIA_H_

#include <optional>
#include <string>

#include "grammar/habits/phrases/habit_tokens.h"

namespace muster::grammar {

/// Token 0 is the name of the function; `to_wrong`: which token, counted from it, cannot stand where it is.
std::optional<std::string> HabitOfFunctions(const HabitTokens& tokens, int to_wrong);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_CRITERIA_FUNCTIONS_IN_CRITERIA_H_
