// Private to grammar/: words that stand for a whole criterion, or for the value of a field that is not named: elevated,
// homozygous, infantile onset, unsolved, most recent.
#ifndef MUSTER_GRAMMAR_HABITS_HABITS_OF_WORDS_H_
#define MUSTER_GRAMMAR_HABITS_HABITS_OF_WORDS_H_

#include <optional>
#include <string>
#include <string_view>

#include "grammar/habits/habit_tokens.h"

namespace muster::grammar {

/// What to write behind `with` of records of `entity` (in the singular or plural) for words that say the value of a
/// field by themselves: "allelic state is homozygous".
std::optional<std::string> ValueInWords(std::string_view entity, std::string_view words);

/// What to write for such words where a criterion or a comparison should stand.
std::optional<std::string> HabitOfWords(const HabitTokens& tokens, int to_wrong);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_HABITS_OF_WORDS_H_
