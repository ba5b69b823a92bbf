// Private to grammar/: times in the words of protocols: in the last 5 years, since 2015, before age 40.
#ifndef MUSTER_GRAMMAR_HABITS_PHRASES_HABITS_OF_TIMES_H_
#define MUSTER_GRAMMAR_HABITS_PHRASES_HABITS_OF_TIMES_H_

#include <optional>
#include <string>
#include <string_view>

#include "grammar/habits/phrases/habit_tokens.h"

namespace muster::grammar {

/// The reference time of protocols at token `i`, by its name in the language: enrolment, study date. Empty if there is
/// none.
std::string NamedTimeAt(const HabitTokens& tokens, int i);

/// The condition on a record of `entity` for the time at tokens from `i` on: "with diagnosed >= 2015".
std::optional<std::string> TimeInWords(const HabitTokens& tokens, int i, std::string_view entity);

/// A hint for a time behind a term, or behind `with`. `to_wrong` as for HabitOfCriterion.
std::optional<std::string> HabitOfTime(const HabitTokens& tokens, int to_wrong);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_PHRASES_HABITS_OF_TIMES_H_
