// Whole criteria in the words of protocols, whose parts would be misunderstood by themselves: "exclude diabetes",
// "homozygous CFTR", "metformin for at least 12 weeks", "age >= 18 years at diagnosis".
#ifndef MUSTER_GRAMMAR_HABITS_HABITS_OF_SENTENCES_H_
#define MUSTER_GRAMMAR_HABITS_HABITS_OF_SENTENCES_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace muster::grammar {

/// A hint for the criterion around token `at`, at which the syntax error is; nullopt for others.
std::optional<std::string> HabitOfSentence(const std::vector<std::string>& tokens, size_t at);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_HABITS_OF_SENTENCES_H_
