// How sets of elements are compared: by lanes, or by the keys of their elements where both are small.
#ifndef MUSTER_ENGINE_RELEASE_MEMORY_SKETCH_H_
#define MUSTER_ENGINE_RELEASE_MEMORY_SKETCH_H_

#include <cstdint>
#include <vector>

#include "engine/release/query_set.h"

namespace muster::release {

/// A set of elements, as far as it is compared with others.
struct Sketch {
  uint64_t n = 0;
  Lanes lanes{};
  std::vector<uint32_t> keys;  ///< of all n elements, ascending; empty where there are more than are kept

  bool HasKeys() const { return n > 0 && keys.size() == n; }
  /// Equal lanes and n: the same set, but for one chance in 2^64.
  friend bool operator==(const Sketch& a, const Sketch& b) { return a.n == b.n && a.lanes == b.lanes; }
};

/// Of the elements of `set`.
Sketch SketchOf(const QuerySet& set);

/// 64 times the estimated size of the symmetric difference: the sum of s_j², s_j = 2 (lane difference) - (n - n').
/// Exact for sets that differ by one element; beyond, with a standard deviation of 18 %.
int64_t EstimatedDistance64(const Lanes& a, uint64_t n_a, const Lanes& b, uint64_t n_b);

/// The size of the symmetric difference: exact where both have keys, else estimated.
double Distance(const Sketch& a, const Sketch& b);

/// |a - b|
inline uint64_t Apart(uint64_t a, uint64_t b) { return a > b ? a - b : b - a; }

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_MEMORY_SKETCH_H_
