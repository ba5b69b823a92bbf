// Private to grammar/: values in a criterion that are written as they are spoken: not female or male, in Europe, 30x
// WGS.
#ifndef MUSTER_GRAMMAR_HABITS_CRITERIA_VALUES_AS_SPOKEN_H_
#define MUSTER_GRAMMAR_HABITS_CRITERIA_VALUES_AS_SPOKEN_H_

#include <optional>
#include <string>

#include "grammar/habits/phrases/habit_tokens.h"

namespace muster::grammar {

/// `to_wrong`: which token, counted from the first, cannot stand where it is.
std::optional<std::string> HabitOfSpokenValues(const HabitTokens& tokens, int to_wrong);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_CRITERIA_VALUES_AS_SPOKEN_H_
