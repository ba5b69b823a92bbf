// Private to grammar/: how people begin statements who speak other query languages or plain English.
#ifndef MUSTER_GRAMMAR_HABITS_HABITS_OF_STATEMENTS_H_
#define MUSTER_GRAMMAR_HABITS_HABITS_OF_STATEMENTS_H_

#include <optional>
#include <string>

#include "grammar/habits/habit_tokens.h"

namespace muster::grammar {

/// What to write instead, when the tokens from the first on are such a habit: `count patients who have`, `how many`,
/// `group by`, `mean age of`. Token `to_wrong` of them cannot stand there.
std::optional<std::string> HabitOfStatement(const HabitTokens& tokens, int to_wrong);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_HABITS_OF_STATEMENTS_H_
