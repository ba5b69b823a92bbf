// Numbers and letters before criteria, as the lists of a protocol have them.
#ifndef MUSTER_GRAMMAR_HABITS_CRITERIA_MARKS_OF_LISTS_H_
#define MUSTER_GRAMMAR_HABITS_CRITERIA_MARKS_OF_LISTS_H_

#include <optional>
#include <string>

#include "grammar/habits/phrases/habit_tokens.h"

namespace muster::grammar {

/// (a) has disease ... and (b) sex is female; 1) has disease ...
std::optional<std::string> MarkOfList(const HabitTokens& tokens, int to_wrong);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_CRITERIA_MARKS_OF_LISTS_H_
