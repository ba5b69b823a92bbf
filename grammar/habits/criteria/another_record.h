// Words for a second record: another seizure, a second biopsy.
#ifndef MUSTER_GRAMMAR_HABITS_CRITERIA_ANOTHER_RECORD_H_
#define MUSTER_GRAMMAR_HABITS_CRITERIA_ANOTHER_RECORD_H_

#include <optional>
#include <string>

#include "grammar/habits/phrases/habit_tokens.h"

namespace muster::grammar {

/// and another phenotype "Seizure"; and a second seizure
std::optional<std::string> AnotherRecord(const HabitTokens& tokens, int to_wrong);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_CRITERIA_ANOTHER_RECORD_H_
