// Private to grammar/: numbers and ranges in the words of protocols: 2 or more samples, 18-65 years, above 7 %.
#ifndef MUSTER_GRAMMAR_HABITS_PHRASES_HABITS_OF_NUMBERS_H_
#define MUSTER_GRAMMAR_HABITS_PHRASES_HABITS_OF_NUMBERS_H_

#include <optional>
#include <string>

#include "grammar/habits/phrases/habit_tokens.h"

namespace muster::grammar {

/// A hint for a number of rows or of criteria.
std::optional<std::string> HabitOfRows(const HabitTokens& tokens, int to_wrong);

/// A hint for a number with which something is compared.
std::optional<std::string> HabitOfNumber(const HabitTokens& tokens, int to_wrong);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_PHRASES_HABITS_OF_NUMBERS_H_
