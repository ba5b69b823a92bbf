// Private to grammar/: criteria as they stand in notes and on lists of trials: h/o MI, T2DM on MTF, BRAF V600E.
#ifndef MUSTER_GRAMMAR_HABITS_CRITERIA_CLINICAL_SHORTHAND_H_
#define MUSTER_GRAMMAR_HABITS_CRITERIA_CLINICAL_SHORTHAND_H_

#include <optional>
#include <string>

#include "grammar/habits/phrases/habit_tokens.h"

namespace muster::grammar {

/// Token 0 begins the criterion; `to_wrong`: which token, counted from it, cannot stand where it is.
std::optional<std::string> HabitOfShorthand(const HabitTokens& tokens, int to_wrong);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_CRITERIA_CLINICAL_SHORTHAND_H_
