// Attacks of somebody who can ask for any set of people and knows all but one thing of one of them.
#ifndef MUSTER_TESTS_ATTACK_SET_ATTACKS_H_
#define MUSTER_TESTS_ATTACK_SET_ATTACKS_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>

#include "tests/attack/set_answerers.h"

namespace muster::attack {

/// A new one for each trial; trials are independent.
using MakeAnswerer = std::function<std::unique_ptr<SetAnswerer>(uint64_t seed)>;

/// Calibrated edge: A, then A with `known` known people and, at even odds, the target. Claimed where the two differ.
double CalibratedEdge(const MakeAnswerer& make, size_t known, size_t trials);

/// Bisection to a named person: the most known people that can be added without a change, then those and the target.
/// `fresh_base`: each question on a base of its own, so that what was asked before does not help.
double Bisection(const MakeAnswerer& make, size_t trials, bool fresh_base);

/// Growing from below: known people one at a time until the number changes; with the target it changes one earlier.
double GrowingFromBelow(const MakeAnswerer& make, size_t trials);

/// Between two labels: of a set between two others, whose answer has it?
double BetweenLabels(const MakeAnswerer& make, size_t k, size_t trials);

/// History: was the set between two others asked for by somebody? Advantage.
double History(const MakeAnswerer& make, size_t k, size_t trials);

/// Poison: neighbours are asked before the victim's set. The share of trials in which it has no number; the mean error.
struct Poisoned {
  double without_number = 0;
  double error = 0;
};
Poisoned Poison(const MakeAnswerer& make, size_t k, size_t trials);

/// Split averaging: a set of 200 to 300 people as the mean over `attributes` splits. Share exact; root mean square
/// error.
struct Split {
  double exact = 0;
  double error = 0;
};
Split SplitAveraging(const MakeAnswerer& make, size_t attributes, size_t trials);
/// The same for a set of k - 1 people: how many numbers are shown of parts within it?
size_t SplitsOfFew(const MakeAnswerer& make, size_t k, size_t attributes, size_t trials);

/// Random subsets of a block of 100 people with a secret bit: least squares. The share of bits that are right.
double Reconstruction(const MakeAnswerer& make, size_t questions, size_t trials);

/// Strong adversary: `sets` of 300 to 600 people that share at most the target, and their union. Advantage.
double StrongAdversary(const MakeAnswerer& make, size_t sets, size_t trials);

}  // namespace muster::attack

#endif  // MUSTER_TESTS_ATTACK_SET_ATTACKS_H_
