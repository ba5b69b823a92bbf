// Private to grammar/: a value that is also a word of the language, such as the country AT.
#ifndef MUSTER_GRAMMAR_HABITS_KEYWORD_AS_VALUE_H_
#define MUSTER_GRAMMAR_HABITS_KEYWORD_AS_VALUE_H_

#include <optional>
#include <string>

#include "grammar/habits/phrases/habit_tokens.h"

namespace muster::grammar {

/// country is AT; country in (DE, AT); country is DE or AT: token 0 is the word. `to_wrong`: which token, counted from
/// the first, cannot stand where it is.
std::optional<std::string> HabitOfKeywordAsValue(const HabitTokens& tokens, int to_wrong);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_KEYWORD_AS_VALUE_H_
