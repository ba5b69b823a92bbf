// Private to grammar/: criteria joined by other words than `and` and `or`: both has A and has B; and/or; has A, has B;
// has A plus has B.
#ifndef MUSTER_GRAMMAR_HABITS_CRITERIA_JOINED_CRITERIA_H_
#define MUSTER_GRAMMAR_HABITS_CRITERIA_JOINED_CRITERIA_H_

#include <optional>
#include <string>

#include "grammar/habits/phrases/habit_tokens.h"

namespace muster::grammar {

/// A hint for criteria that are joined like this around token 0. `to_wrong` as for HabitOfCriterion.
std::optional<std::string> HabitOfJoining(const HabitTokens& tokens, int to_wrong);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_CRITERIA_JOINED_CRITERIA_H_
