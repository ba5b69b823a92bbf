// Having and not having in German, French, Spanish, Italian and Dutch: kein Diabetes, sans cancer, tiene diabetes.
#ifndef MUSTER_GRAMMAR_HABITS_CRITERIA_DENIED_IN_OTHER_TONGUES_H_
#define MUSTER_GRAMMAR_HABITS_CRITERIA_DENIED_IN_OTHER_TONGUES_H_

#include <optional>
#include <string>

#include "grammar/habits/phrases/habit_tokens.h"

namespace muster::grammar {

/// Token 0 is the wrong one, which may be any of the criterion or the one behind it.
std::optional<std::string> HavingInOtherTongue(const HabitTokens& tokens);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_CRITERIA_DENIED_IN_OTHER_TONGUES_H_
