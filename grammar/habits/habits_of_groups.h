// Private to grammar/: groups that are counted side by side, in other words: bands of ages, groups that are compared,
// families.
#ifndef MUSTER_GRAMMAR_HABITS_HABITS_OF_GROUPS_H_
#define MUSTER_GRAMMAR_HABITS_HABITS_OF_GROUPS_H_

#include <optional>
#include <string>

#include "grammar/habits/phrases/habit_tokens.h"

namespace muster::grammar {

/// `to_wrong`: which token, counted from the first, cannot stand where it is.
std::optional<std::string> HabitOfGroups(const HabitTokens& tokens, int to_wrong);

/// "sex is female" for women, "age at last contact < 18 years" for children; empty for other words.
std::string CriterionOfPeople(const std::string& word);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_HABITS_OF_GROUPS_H_
