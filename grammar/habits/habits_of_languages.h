// Private to grammar/: words of other query languages and other natural languages.
#ifndef MUSTER_GRAMMAR_HABITS_HABITS_OF_LANGUAGES_H_
#define MUSTER_GRAMMAR_HABITS_HABITS_OF_LANGUAGES_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace muster::grammar {

/// A hint, if token `at`, at which the syntax error is, belongs to another query language or natural language: loinc
/// 4548-4, in (DE; FR), like 'D%', show sex.
std::optional<std::string> HabitOfLanguages(const std::vector<std::string>& tokens, size_t at);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_HABITS_OF_LANGUAGES_H_
