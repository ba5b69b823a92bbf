// What people write who speak other query languages or plain English, and how it is written here.
#ifndef MUSTER_GRAMMAR_OTHER_HABITS_H_
#define MUSTER_GRAMMAR_OTHER_HABITS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace muster::grammar {

/// What to write instead, when the tokens around number `at`, which cannot stand there, look like a known habit.
/// `at` is tokens.size() where the text ends too early.
std::optional<std::string> WordsInstead(const std::vector<std::string>& tokens, size_t at);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_OTHER_HABITS_H_
