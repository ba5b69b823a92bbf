// Private to grammar/: beginnings of statements as in other query languages or in plain English.
#ifndef MUSTER_GRAMMAR_HABITS_HABITS_OF_STATEMENTS_H_
#define MUSTER_GRAMMAR_HABITS_HABITS_OF_STATEMENTS_H_

#include <optional>
#include <string>

#include "grammar/habits/phrases/habit_tokens.h"

namespace muster::grammar {

/// A hint, if the tokens from token 0 on are such a beginning: `count patients who have`, `how many`, `group by`, `mean
/// age of`. `to_wrong` is the index of the token at which the syntax error is.
std::optional<std::string> HabitOfStatement(const HabitTokens& tokens, int to_wrong);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_HABITS_OF_STATEMENTS_H_
