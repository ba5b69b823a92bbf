// Private to grammar/: what other query languages and other tongues write.
#ifndef MUSTER_GRAMMAR_HABITS_HABITS_OF_LANGUAGES_H_
#define MUSTER_GRAMMAR_HABITS_HABITS_OF_LANGUAGES_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace muster::grammar {

/// What to write, when token `at`, which cannot stand there, belongs to the words of another query language or tongue:
/// loinc 4548-4, in (DE; FR), like 'D%', show sex.
std::optional<std::string> HabitOfLanguages(const std::vector<std::string>& tokens, size_t at);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_HABITS_OF_LANGUAGES_H_
