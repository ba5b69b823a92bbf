// Private to grammar/: how many records people have, said behind what is counted: individuals with at least 2 samples.
#ifndef MUSTER_GRAMMAR_HABITS_HABITS_OF_QUANTITIES_H_
#define MUSTER_GRAMMAR_HABITS_HABITS_OF_QUANTITIES_H_

#include <optional>
#include <string>

#include "grammar/habits/phrases/habit_tokens.h"

namespace muster::grammar {

/// `to_wrong`: which token, counted from the first, cannot stand where it is.
std::optional<std::string> HabitOfQuantity(const HabitTokens& tokens, int to_wrong);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_HABITS_OF_QUANTITIES_H_
