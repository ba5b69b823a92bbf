// A range as the language has it.
#ifndef MUSTER_GRAMMAR_HABITS_PHRASES_RANGES_H_
#define MUSTER_GRAMMAR_HABITS_PHRASES_RANGES_H_

#include <string>
#include <string_view>

namespace muster::grammar {

/// age at last contact aged 18 to 65, of an age in years: who is 65 and a half is 65. Of anything else value between 7
/// and 10 %.
std::string RangeOf(std::string_view name, std::string_view low, std::string_view high, std::string_view unit);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_PHRASES_RANGES_H_
