// The set behind one number, summed over rows, segments and threads.
#ifndef MUSTER_ENGINE_EXECUTE_SETS_SET_SUM_H_
#define MUSTER_ENGINE_EXECUTE_SETS_SET_SUM_H_

#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "engine/execute/sets/lane_sum.h"
#include "engine/model/record/query_set.h"
#include "engine/model/schema/schema.h"

namespace muster::execute {

/// What is kept of sets.
struct SetOptions {
  /// Of sets with fewer elements all keys are kept.
  size_t keys_below = 0;
  /// Of rows, nobody counts for more than the person of this rank does; 0: everybody counts for all.
  size_t flatten = 0;
};

/// Elements come in any order, each once. Not thread-safe.
class SetSum {
 public:
  /// Elements that are people, or stand for one each.
  void Add(uint64_t key, const SetOptions& options);
  void Add(std::span<const uint64_t> keys, const SetOptions& options);
  /// The element of a person that has `rows` rows, which are not 0.
  void AddRows(uint64_t record_key, uint64_t rows, const SetOptions& options);
  /// Those of many people at once, at a fraction of the cost. Who has no rows is none of them.
  void AddRows(std::span<const uint64_t> record_keys, std::span<const uint32_t> rows, const SetOptions& options);
  void Merge(const SetSum& other, const SetOptions& options);

  uint64_t elements() const { return elements_; }
  /// With flattened rows. `people` is how many elements there are.
  model::QuerySet Finish(model::Entity entity, const SetOptions& options) const;

 private:
  struct Top {
    uint64_t rows = 0;
    uint64_t record_key = 0;
    friend auto operator<=>(const Top&, const Top&) = default;
  };
  void Keep(uint64_t key, const SetOptions& options);
  void AddElements(std::span<const uint64_t> keys, const SetOptions& options);
  // Keeps the smallest of the keys that are kept.
  void KeepSmallest();
  void Keep(const Top& top, const SetOptions& options);

  LaneSum lanes_;
  uint64_t elements_ = 0;
  uint64_t sum_ = 0;
  std::vector<uint32_t> keys_;   // upper halves: all, or once there are too many the smallest and some others
  uint32_t below_ = UINT32_MAX;  // only a key that is not greater may be among the smallest
  std::vector<Top> top_;         // who has most rows, as many as are needed, the first first
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_SETS_SET_SUM_H_
