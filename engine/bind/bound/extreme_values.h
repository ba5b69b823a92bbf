// has highest measurement LOINC:4548-4 >= 9 %: of several values of a person, the one that is meant.
#ifndef MUSTER_ENGINE_BIND_BOUND_EXTREME_VALUES_H_
#define MUSTER_ENGINE_BIND_BOUND_EXTREME_VALUES_H_

#include <optional>
#include <string>

#include "grammar/syntax.h"

namespace muster::bind {

/// What to write where the word before an entity asks for the highest, the lowest, every or the mean of a person's
/// values, in the words of the language: any value >= 9 % for "highest >= 9 %", no value >= 9 % for "highest < 9 %".
/// Nullopt for other words.
std::optional<std::string> ExtremeOfValues(const grammar::Has& has);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_BOUND_EXTREME_VALUES_H_
