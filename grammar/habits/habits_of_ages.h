// Private to grammar/: ages of people in the words of protocols: at least 18 years old, aged 18-65, over 40.
#ifndef MUSTER_GRAMMAR_HABITS_HABITS_OF_AGES_H_
#define MUSTER_GRAMMAR_HABITS_HABITS_OF_AGES_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace muster::grammar {

/// A hint, if the criterion around token `at`, at which the syntax error is, is such an age.
std::optional<std::string> HabitOfAges(const std::vector<std::string>& tokens, size_t at);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_HABITS_OF_AGES_H_
