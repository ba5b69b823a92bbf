// A code with its label beside it, as catalogues of terms show them and people paste them.
#ifndef MUSTER_GRAMMAR_HABITS_CRITERIA_LABEL_BESIDE_CODE_H_
#define MUSTER_GRAMMAR_HABITS_CRITERIA_LABEL_BESIDE_CODE_H_

#include <optional>
#include <string>

#include "grammar/habits/phrases/habit_tokens.h"

namespace muster::grammar {

/// HP:0001250 Seizure; HP:0001250 (Seizure); "Seizure" (HP:0001250); Seizure [HP:0001250]: the token that is wrong is
/// the first behind the code or the label.
std::optional<std::string> LabelBesideCode(const HabitTokens& tokens, int to_wrong);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_CRITERIA_LABEL_BESIDE_CODE_H_
