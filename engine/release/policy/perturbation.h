// Noise of one step of variance: a table of probabilities in integers, so that every build draws the same.
#ifndef MUSTER_ENGINE_RELEASE_POLICY_PERTURBATION_H_
#define MUSTER_ENGINE_RELEASE_POLICY_PERTURBATION_H_

#include <cstdint>
#include <span>
#include <vector>

namespace muster::release {

/// Variances are integers in millionths, so that they are compared exactly: 4'000'000 is a variance of 4 people².
using MicroVariance = int64_t;
inline constexpr MicroVariance kVarianceOne = 1'000'000;
/// The largest variance of a policy: a standard deviation of 100 people.
inline constexpr MicroVariance kMaxVariance = 10'000 * kVarianceOne;

/// A step leads from the noise of variance `from` to that of variance `to`: its own variance is the difference. Noise
/// of several steps is independent, so a tier's noise is the sum of the steps up to its variance.
struct NoiseStep {
  MicroVariance from = 0;
  MicroVariance to = 0;
  friend bool operator==(const NoiseStep&, const NoiseStep&) = default;
};

/// Of all distributions on -reach..reach with mean 0 and the step's variance the one of maximum entropy:
/// p(x) ~ exp(-l x²).
struct PerturbationTable {
  NoiseStep step;
  int reach = 0;  ///< D: the noise is in -reach..reach
  /// cumulative[i] = 2^64 P(x < -reach + 1 + i), for each x below `reach`; symmetric, so the mean is exactly 0.
  std::vector<uint64_t> cumulative;

  /// The noise that a uniform random number gives.
  int Draw(uint64_t uniform) const;
  friend bool operator==(const PerturbationTable&, const PerturbationTable&) = default;
};

/// `step.to` is greater than `step.from`, and at most kMaxVariance.
PerturbationTable MakePerturbationTable(const NoiseStep& step);

/// The steps between the variances that tiers use: from 0 to the smallest, and so on. A variance of 0 has no step.
std::vector<NoiseStep> StepsBetween(std::vector<MicroVariance> variances);

/// Whether the table is one that could have been made: it increases, and is symmetric. For tables that were stored.
bool IsValid(const PerturbationTable& table);

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_POLICY_PERTURBATION_H_
