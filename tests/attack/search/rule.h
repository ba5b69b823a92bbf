// A rule that tells a bit from numbers, learnt from cases of which the bit is known.
#ifndef MUSTER_TESTS_ATTACK_SEARCH_RULE_H_
#define MUSTER_TESTS_ATTACK_SEARCH_RULE_H_

#include <vector>

namespace muster::attack {

/// The numbers of a case.
using Numbers = std::vector<double>;

class Rule {
 public:
  /// By least squares with a penalty on the weights. Besides the numbers, whether two that follow each other are the
  /// same counts.
  static Rule Learn(const std::vector<Numbers>& cases, const std::vector<bool>& bits);
  bool Tells(const Numbers& of) const;
  /// The share of cases of which it tells the bit.
  double Right(const std::vector<Numbers>& cases, const std::vector<bool>& bits) const;

 private:
  static Numbers Features(const Numbers& of);
  double Score(const Numbers& features) const;

  Numbers mean_, scale_, weights_;
};

}  // namespace muster::attack

#endif  // MUSTER_TESTS_ATTACK_SEARCH_RULE_H_
