// Random numbers that are the same on every platform: SplitMix64 and integer arithmetic.
#ifndef MUSTER_SHELL_SYNTH_PEOPLE_RNG_H_
#define MUSTER_SHELL_SYNTH_PEOPLE_RNG_H_

#include <cstdint>

namespace muster::synth {

class Rng {
 public:
  /// Streams of one seed do not depend on each other: individual i always gets the same numbers.
  Rng(uint64_t seed, uint64_t stream) : state_(Mix(seed + kStep) ^ Mix(stream * kStep + 1)) {}

  uint64_t Next() {
    state_ += kStep;
    return Mix(state_);
  }
  /// 0 .. n-1; n is at least 1.
  int Below(int n) { return static_cast<int>(((Next() >> 32) * static_cast<uint64_t>(n)) >> 32); }
  /// low .. high, both included; low when high is smaller.
  int Between(int low, int high) { return high <= low ? low : low + Below(high - low + 1); }
  /// True in `permille` of 1000 cases.
  bool Chance(int permille) { return Below(1000) < permille; }
  /// Like Between, with its peak in the middle.
  int Around(int low, int high) { return (Between(low, high) + Between(low, high) + Between(low, high)) / 3; }

 private:
  static constexpr uint64_t kStep = 0x9E3779B97F4A7C15u;
  static uint64_t Mix(uint64_t z) {
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  uint64_t state_;
};

}  // namespace muster::synth

#endif  // MUSTER_SHELL_SYNTH_PEOPLE_RNG_H_
