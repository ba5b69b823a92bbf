// Words that people write for a disease or a record, and that other criteria say: frozen, data available, last visit.
#ifndef MUSTER_GRAMMAR_HABITS_CRITERIA_SAID_ELSEWHERE_H_
#define MUSTER_GRAMMAR_HABITS_CRITERIA_SAID_ELSEWHERE_H_

#include <optional>
#include <string>
#include <string_view>

namespace muster::grammar {

/// The hint for words, in any case, that are the name of no record: which criterion says it, or that there is no field
/// for it. nullopt for all others.
std::optional<std::string> SaidElsewhere(std::string_view words);

/// "last contact" for the last visit: the time of a person that is meant; empty for other words.
std::string_view TimeSaidAs(std::string_view words);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_CRITERIA_SAID_ELSEWHERE_H_
