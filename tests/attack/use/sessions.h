// Invented sessions of planners: one question about a study, edited step by step.
#ifndef MUSTER_TESTS_ATTACK_USE_SESSIONS_H_
#define MUSTER_TESTS_ATTACK_USE_SESSIONS_H_

#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace muster::attack {

/// A statement of a session.
struct Step {
  /// What its people are to those of the step before.
  enum class To { kSame, kNarrower, kWider, kOther };
  std::string where;  ///< criteria
  std::string by;     ///< a dimension, or nothing for a single count
  To before = To::kOther;

  std::string text() const { return "count individuals where " + where + (by.empty() ? "" : " by " + by); }
};

/// `statements` steps about the people of World: single counts and tables by sex, country and decade; a third of the
/// edits move a bound of the ages by `years`, others add, drop or swap a criterion, sometimes a rare `not`.
std::vector<Step> Session(std::mt19937_64& random, size_t statements, int years);

}  // namespace muster::attack

#endif  // MUSTER_TESTS_ATTACK_USE_SESSIONS_H_
