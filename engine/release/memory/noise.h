// The noise of a set: drawn from the set itself with a secret key, so that it is the same whenever the set is.
#ifndef MUSTER_ENGINE_RELEASE_MEMORY_NOISE_H_
#define MUSTER_ENGINE_RELEASE_MEMORY_NOISE_H_

#include <cstdint>
#include <utility>
#include <vector>

#include "engine/release/memory/answer_memory.h"
#include "engine/release/policy/perturbation.h"
#include "engine/secret/siphash.h"

namespace muster::release {

/// Immutable; thread-safe.
class Noise {
 public:
  /// `tables`: a step from each variance to the next, beginning at 0.
  Noise(const secret::SipKey& key, std::vector<PerturbationTable> tables) : key_(key), tables_(std::move(tables)) {}

  /// The noise of `set` at this variance: the sum of the steps up to it. The noise of a greater variance is that of a
  /// smaller one plus further steps, so that both together reveal no more than the smaller one. `variance` is 0 or the
  /// end of a step.
  int64_t Of(const ComparedSet& set, MicroVariance variance) const;

  /// The most that Of gives, whatever the set.
  int64_t Reach(MicroVariance variance) const;

  /// Whether there are steps that end at this variance.
  bool Has(MicroVariance variance) const;

 private:
  secret::SipKey key_;
  std::vector<PerturbationTable> tables_;
};

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_MEMORY_NOISE_H_
