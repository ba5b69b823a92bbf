// Words of OMOP and its tools: occurrences, concept sets, descendants, days before the index date.
#ifndef MUSTER_GRAMMAR_HABITS_CRITERIA_WORDS_OF_OMOP_H_
#define MUSTER_GRAMMAR_HABITS_CRITERIA_WORDS_OF_OMOP_H_

#include <optional>
#include <string>

#include "grammar/habits/phrases/habit_tokens.h"

namespace muster::grammar {

/// at least 2 occurrences of disease "melanoma"; descendants of MONDO:0005105; in the 365 days before index
std::optional<std::string> WordOfOmop(const HabitTokens& tokens, int to_wrong);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_CRITERIA_WORDS_OF_OMOP_H_
