// Finds remembered sets that may be near a set, among very many.
#ifndef MUSTER_ENGINE_RELEASE_MEMORY_SET_INDEX_H_
#define MUSTER_ENGINE_RELEASE_MEMORY_SET_INDEX_H_

#include <array>
#include <cstdint>
#include <vector>

#include "absl/container/btree_map.h"
#include "absl/functional/function_ref.h"
#include "containers/hash_table.h"
#include "engine/release/memory/sketch.h"

namespace muster::release {

/// Three ways, of which each set takes one or two:
///
///   all keys known       by each key; how many keys two sets have in common tells their distance
///   below kAlwaysCompared (and somewhat above, for those who ask from below it)
///                        by number, in steps of 64, and each of the smallest keys
///   above it             by number, then by eight lanes, then by 24 more: such sets are far apart in their lanes
///
/// No set that is compared (AreCompared) and near is missed. Not thread-safe, not even for looking.
class SetIndex {
 public:
  /// Sets are numbered by the caller, ascending.
  void Add(uint32_t id, const Sketch& sketch);

  /// Calls `visit` for every set whose number is less than 3k apart, that is compared and whose distance is, or may be,
  /// less than `edge`; and for some others. In no order, each once.
  void VisitCandidates(const Sketch& sketch, int64_t k, double edge, absl::FunctionRef<void(uint32_t id)> visit);

 private:
  static constexpr uint64_t kBucketWidth = 32;
  using FirstLanes = std::array<uint8_t, 8>;
  using NextLanes = std::array<uint8_t, 24>;

  // Sets of like number, in arrays that are read from front to back.
  struct Bucket {
    std::vector<FirstLanes> first;
    std::vector<NextLanes> next;
    std::vector<uint32_t> n;  // less the least number of the bucket
    std::vector<uint32_t> id;
  };
  using Ids = std::vector<uint32_t>;

  // Counts how often each set is met.
  void Meet(const Ids& ids);
  void VisitBuckets(const Sketch& sketch, int64_t k, double edge, absl::FunctionRef<void(uint32_t id)> visit) const;

  absl::btree_map<uint64_t, Bucket> large_;
  HashMap<uint32_t, Ids> by_key_;          // of sets whose keys are all known
  HashMap<uint64_t, Ids> by_smallest_;     // by number and key
  std::vector<uint32_t> number_of_small_;  // n by id, for sets whose keys are all known; else 0
  std::vector<uint16_t> times_;            // by id; 0 between calls
  std::vector<uint32_t> met_;              // whose `times_` is not 0
};

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_MEMORY_SET_INDEX_H_
