// Phrases of protocols for having something, or not: "no history of melanoma", "patients with asthma", "not treated
// with metformin".
#ifndef MUSTER_GRAMMAR_HABITS_HABITS_OF_HAVING_H_
#define MUSTER_GRAMMAR_HABITS_HABITS_OF_HAVING_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muster::grammar {

/// A hint, if the criterion around token `at`, at which the syntax error is, is such a phrase.
std::optional<std::string> HabitOfHaving(const std::vector<std::string>& tokens, size_t at);

/// The same for words that were parsed as the name of an entity, as in `has history of melanoma`: `words` are the words
/// behind `has`, or if `negated`, behind `no`; `term` is the term behind them, as written, or empty.
std::optional<std::string> HabitOfHaving(std::string_view words, bool negated, std::string_view term);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_HABITS_OF_HAVING_H_
