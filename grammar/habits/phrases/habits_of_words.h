// Private to grammar/: words that mean a whole criterion, or a value without its field: elevated, homozygous, infantile
// onset, unsolved, most recent.
#ifndef MUSTER_GRAMMAR_HABITS_PHRASES_HABITS_OF_WORDS_H_
#define MUSTER_GRAMMAR_HABITS_PHRASES_HABITS_OF_WORDS_H_

#include <optional>
#include <string>
#include <string_view>

#include "grammar/habits/phrases/habit_tokens.h"

namespace muster::grammar {

/// The condition behind `with` of records of `entity` (in the singular or plural) for words that are a value without
/// its field: "allelic state is homozygous".
std::optional<std::string> ValueInWords(std::string_view entity, std::string_view words);

/// A hint for such words in place of a criterion or a comparison.
std::optional<std::string> HabitOfWords(const HabitTokens& tokens, int to_wrong);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_PHRASES_HABITS_OF_WORDS_H_
