// Words that people write in place of a disease or a record, and that other criteria express: frozen, data available,
// last visit.
#ifndef MUSTER_GRAMMAR_HABITS_CRITERIA_CRITERION_FOR_WORDS_H_
#define MUSTER_GRAMMAR_HABITS_CRITERIA_CRITERION_FOR_WORDS_H_

#include <optional>
#include <string>
#include <string_view>

namespace muster::grammar {

/// The hint for words (upper or lower case) that do not name a record: which criterion expresses them, or that no field
/// does. nullopt for all others.
std::optional<std::string> CriterionForWords(std::string_view words);

/// "last contact" for the last visit: the time of a person that is meant; empty for other words.
std::string_view TimeForWords(std::string_view words);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_CRITERIA_CRITERION_FOR_WORDS_H_
