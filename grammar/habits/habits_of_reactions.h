// Outcomes of treatments, in the words of protocols: "failed metformin", "refractory to platinum", "intolerant to
// statins", "allergic to penicillin", "naive to checkpoint inhibitors".
#ifndef MUSTER_GRAMMAR_HABITS_HABITS_OF_REACTIONS_H_
#define MUSTER_GRAMMAR_HABITS_HABITS_OF_REACTIONS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace muster::grammar {

/// A hint for such words; nullopt for others.
std::optional<std::string> WriteForReaction(const std::vector<std::string>& words, bool negated);

/// The same for the criterion around token `at`, at which the syntax error is.
std::optional<std::string> HabitOfReaction(const std::vector<std::string>& tokens, size_t at);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_HABITS_OF_REACTIONS_H_
