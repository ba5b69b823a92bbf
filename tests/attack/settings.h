// How long the attacks are: MUSTER_ATTACK_PEOPLE, _TRIALS, _SEED, _KILLS, _SEARCH_SECONDS.
#ifndef MUSTER_TESTS_ATTACK_SETTINGS_H_
#define MUSTER_TESTS_ATTACK_SETTINGS_H_

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace muster::attack {

inline uint64_t FromEnvironment(const char* name, uint64_t otherwise) {
  const char* const value = std::getenv(name);
  return value != nullptr ? std::stoull(value) : otherwise;
}

inline uint64_t Trials() { return FromEnvironment("MUSTER_ATTACK_TRIALS", 15); }
inline uint64_t Seed() { return FromEnvironment("MUSTER_ATTACK_SEED", 1); }

/// A share of `trials` that chance alone hardly exceeds.
inline double Bar(double chance, double trials) { return chance + 3 * std::sqrt(chance * (1 - chance) / trials); }
/// The same of an advantage, the difference of two shares of half of the trials each, where it is 0.
inline double AdvantageBar(double trials) { return 3 * std::sqrt(0.5 / (trials / 2)); }

}  // namespace muster::attack

#endif  // MUSTER_TESTS_ATTACK_SETTINGS_H_
