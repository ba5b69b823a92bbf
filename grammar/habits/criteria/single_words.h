// Private to grammar/: one word where a criterion should stand: female, alive, adults, smoker.
#ifndef MUSTER_GRAMMAR_HABITS_CRITERIA_SINGLE_WORDS_H_
#define MUSTER_GRAMMAR_HABITS_CRITERIA_SINGLE_WORDS_H_

#include <optional>
#include <string>
#include <string_view>

#include "grammar/habits/phrases/habit_tokens.h"

namespace muster::grammar {

/// What is said of those who never smoked, which may be recorded, or nothing may be.
inline constexpr std::string_view kNeverSmoked =
    "write has excluded exposure \"smoking\", or no exposure \"smoking\", which also holds for people of whom nothing "
    "is "
    "recorded";

/// A hint for such a word, which is token 0 or behind an `is` there. `to_wrong` as for HabitOfCriterion.
std::optional<std::string> HabitOfSingleWord(const HabitTokens& tokens, int to_wrong);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_CRITERIA_SINGLE_WORDS_H_
