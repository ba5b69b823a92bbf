// How protocols say that people have something, or have not: "no history of melanoma", "patients
// with asthma", "not treated with metformin".
#ifndef MUSTER_GRAMMAR_HABITS_HABITS_OF_HAVING_H_
#define MUSTER_GRAMMAR_HABITS_HABITS_OF_HAVING_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muster::grammar {

/// What to write, when the criterion around token `at`, which cannot stand there, says in such words what people have.
std::optional<std::string> HabitOfHaving(const std::vector<std::string>& tokens, size_t at);

/// The same for words that were read as the name of an entity, as in `has history of melanoma`: `words` are what stands
/// behind `has` or, where `negated`, behind `no`; `term` is the term behind them, as it is written, or empty.
std::optional<std::string> HabitOfHaving(std::string_view words, bool negated, std::string_view term);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_HABITS_OF_HAVING_H_
