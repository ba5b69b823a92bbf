// Hints for texts as in other query languages or in plain English.
#ifndef MUSTER_GRAMMAR_HABITS_OTHER_HABITS_H_
#define MUSTER_GRAMMAR_HABITS_OTHER_HABITS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muster::grammar {

/// What to write instead, when the tokens around number `at`, which cannot stand there, look like a known habit.
/// `tokens` are those of the whole text, `begin` is the byte of `text` where token `at` begins; `at` is tokens.size()
/// where the text ends too early.
std::optional<std::string> WordsInstead(std::string_view text, size_t begin, const std::vector<std::string>& tokens,
                                        size_t at);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_OTHER_HABITS_H_
