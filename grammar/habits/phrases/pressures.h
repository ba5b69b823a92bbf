// The two numbers of a blood pressure, 140/90, as the language has them.
#ifndef MUSTER_GRAMMAR_HABITS_PHRASES_PRESSURES_H_
#define MUSTER_GRAMMAR_HABITS_PHRASES_PRESSURES_H_

#include <string>
#include <string_view>

namespace muster::grammar {

/// The second number of 140/90, which is read as a unit: "90" of "/90"; empty for units.
std::string_view SecondPressure(std::string_view unit);

/// 140/90 as criteria in parentheses: one of the two is too high, or both are low enough.
std::string BothPressures(std::string_view sign, std::string_view systolic, std::string_view diastolic,
                          std::string_view unit);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_PHRASES_PRESSURES_H_
