// What an attack comes to: claims that were made, and how many of them are right.
#ifndef MUSTER_TESTS_ATTACK_SCORE_H_
#define MUSTER_TESTS_ATTACK_SCORE_H_

#include <cstddef>

namespace muster::attack {

/// A share, an advantage or a number of things told, as the attack says, and of how many trials.
struct Score {
  double value = 0;
  size_t trials = 0;
  // Most callers ask for the value alone.
  operator double() const { return value; }  // NOLINT(google-explicit-constructor)
};

inline double ShareOf(size_t part, size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// Claims that something is so, in trials in some of which it is.
class Claims {
 public:
  void Add(bool is, bool claimed) {
    (is ? so_ : not_so_) += 1;
    if (claimed) (is ? hits_ : false_alarms_) += 1;
  }
  size_t trials() const { return so_ + not_so_; }
  /// Rate of right claims less rate of false ones; chance is 0.
  Score Advantage() const { return {ShareOf(hits_, so_) - ShareOf(false_alarms_, not_so_), trials()}; }
  /// Share of trials in which what was claimed, or not claimed, is right.
  Score Right() const { return {ShareOf(hits_ + not_so_ - false_alarms_, trials()), trials()}; }

 private:
  size_t so_ = 0, not_so_ = 0, hits_ = 0, false_alarms_ = 0;
};

}  // namespace muster::attack

#endif  // MUSTER_TESTS_ATTACK_SCORE_H_
