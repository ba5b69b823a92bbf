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

/// Small sets are found by their elements' keys: two that are near have some in common. Others by their number, then by
/// eight of their lanes, then by 24 more: these tell nearly all apart. No near set is missed.
class SetIndex {
 public:
  /// Sets are numbered by the caller, ascending.
  void Add(uint32_t id, const Sketch& sketch);

  /// Calls `visit` for every set whose number is less than 3k apart and whose distance is, or may be, less than `edge`;
  /// and for some others. In no order, each once.
  void VisitCandidates(const Sketch& sketch, int64_t k, double edge, absl::FunctionRef<void(uint32_t id)> visit) const;

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
  using Buckets = absl::btree_map<uint64_t, Bucket>;

  static void VisitBuckets(const Buckets& buckets, const Sketch& sketch, int64_t k, double edge,
                           absl::FunctionRef<void(uint32_t id)> visit);

  Buckets with_keys_;
  Buckets without_keys_;
  HashMap<uint32_t, std::vector<uint32_t>> by_key_;
};

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_MEMORY_SET_INDEX_H_
