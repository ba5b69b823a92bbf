// Private to grammar/: phrases of clinical protocols: prior to enrolment, aged 18 to 40 behind a disease, 140/90 mmHg,
// or older.
#ifndef MUSTER_GRAMMAR_HABITS_PHRASES_HABITS_OF_PROTOCOLS_H_
#define MUSTER_GRAMMAR_HABITS_PHRASES_HABITS_OF_PROTOCOLS_H_

#include <optional>
#include <string>

#include "grammar/habits/phrases/habit_tokens.h"

namespace muster::grammar {

/// A hint, if `tokens` begin with such a phrase. `to_wrong` as for HabitOfCriterion.
std::optional<std::string> HabitOfProtocol(const HabitTokens& tokens, int to_wrong);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_PHRASES_HABITS_OF_PROTOCOLS_H_
