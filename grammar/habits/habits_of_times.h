// Private to grammar/: when something was, in the words of protocols: in the last 5 years, since 2015, before age 40.
#ifndef MUSTER_GRAMMAR_HABITS_HABITS_OF_TIMES_H_
#define MUSTER_GRAMMAR_HABITS_HABITS_OF_TIMES_H_

#include <optional>
#include <string>
#include <string_view>

#include "grammar/habits/habit_tokens.h"

namespace muster::grammar {

/// A time of the person that protocols count from, at token `i`, as it is called here: enrolment, study date. Empty
/// where there is none.
std::string NamedTimeAt(const HabitTokens& tokens, int i);

/// What to write behind a record of `entity` for the time that tokens from `i` on say of it: "with diagnosed >= 2015".
std::optional<std::string> TimeInWords(const HabitTokens& tokens, int i, std::string_view entity);

/// What to write for a time behind a term, or behind `with`, as the habits of criteria are asked.
std::optional<std::string> HabitOfTime(const HabitTokens& tokens, int to_wrong);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_HABITS_OF_TIMES_H_
