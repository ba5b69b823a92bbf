// Private to grammar/: a field and its value without a comparison between them: sex female, stage III, country de.
#ifndef MUSTER_GRAMMAR_HABITS_CRITERIA_VALUE_WITHOUT_IS_H_
#define MUSTER_GRAMMAR_HABITS_CRITERIA_VALUE_WITHOUT_IS_H_

#include <optional>
#include <string>

#include "grammar/habits/phrases/habit_tokens.h"

namespace muster::grammar {

/// A hint for tokens 0 to `to_wrong`, between which the comparison is missing.
std::optional<std::string> ValueWithoutIs(const HabitTokens& tokens, int to_wrong);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_CRITERIA_VALUE_WITHOUT_IS_H_
