// Telling lists of symbols apart without comparing them.
#ifndef MUSTER_ENGINE_PLAN_FINGERPRINT_H_
#define MUSTER_ENGINE_PLAN_FINGERPRINT_H_

#include <cstdint>
#include <vector>

#include "engine/model/dictionary.h"

namespace muster::plan {

/// Two independent 64-bit hashes. Two lists that have both in common are taken for the same.
struct Fingerprint {
  uint64_t high = 0;
  uint64_t low = 0;
};

/// Of a list of symbols, by splitmix64's mixer (Steele, Lea and Flood, 2014).
Fingerprint FingerprintOf(const std::vector<model::Symbol>& symbols);

}  // namespace muster::plan

#endif  // MUSTER_ENGINE_PLAN_FINGERPRINT_H_
