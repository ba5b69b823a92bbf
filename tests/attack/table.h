// The table of what attacks come to: a line for each result when it is known, and all of them together at the end.
#ifndef MUSTER_TESTS_ATTACK_TABLE_H_
#define MUSTER_TESTS_ATTACK_TABLE_H_

#include <string>
#include <string_view>

namespace muster::attack {

/// What `attack` comes to against a practice or a tier without its budget.
void Tell(const std::string& attack, std::string_view against, double value);
/// The same against `tier` as it is shipped. `end` says what came of it besides: "ended by budget after 100 texts".
void TellShipped(const std::string& attack, std::string_view tier, double value, const std::string& end);

}  // namespace muster::attack

#endif  // MUSTER_TESTS_ATTACK_TABLE_H_
