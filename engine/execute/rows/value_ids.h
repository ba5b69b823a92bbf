// Dense ids for values and pairs of values, so that counts by them are arrays.
#ifndef MUSTER_ENGINE_EXECUTE_ROWS_VALUE_IDS_H_
#define MUSTER_ENGINE_EXECUTE_ROWS_VALUE_IDS_H_

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "containers/hash_table.h"

namespace muster::execute {

/// The value of one dimension: a symbol, or the index of a band.
using GroupValue = int64_t;
inline constexpr GroupValue kMissingValue = std::numeric_limits<int64_t>::max();
/// The value's bounds lie in different bands.
inline constexpr GroupValue kUncertainValue = std::numeric_limits<int64_t>::max() - 1;

/// Gives the values of one dimension dense ids, in order of first appearance.
class ValueIds {
 public:
  /// These two ids are reserved.
  static constexpr uint32_t kMissing = 0;
  static constexpr uint32_t kUncertain = 1;
  static constexpr uint32_t kAlways = 2;  ///< the number of reserved ids

  ValueIds() : values_{kMissingValue, kUncertainValue} {}
  uint32_t Of(GroupValue value) {
    const uint64_t place = static_cast<uint64_t>(value) + kBelowZero;
    if (place < near_.size() && near_[place] != kNone) return near_[place];
    return Find(value);
  }
  /// The ids of many values; `missing` is another code for kMissingValue.
  void OfEach(std::span<const GroupValue> values, GroupValue missing, uint32_t* ids);
  GroupValue ValueOf(uint32_t id) const { return values_[id]; }
  /// All values, by id.
  std::span<const GroupValue> all() const { return values_; }
  size_t size() const { return values_.size(); }

 private:
  static constexpr uint32_t kNone = UINT32_MAX;
  static constexpr uint64_t kBelowZero = 1024;          // bands before 0
  static constexpr uint64_t kNear = uint64_t{1} << 22;  // symbols and bands are seldom greater

  uint32_t Find(GroupValue value);

  std::vector<GroupValue> values_;
  std::vector<uint32_t> near_;  // by value + kBelowZero
  HashMap<GroupValue, uint32_t> far_;
};

/// Gives pairs of ids dense ids, in order of first appearance.
class PairIds {
 public:
  uint32_t Of(uint32_t a, uint32_t b) {
    const auto next = static_cast<uint32_t>(pairs_.size());
    const auto [it, added] = ids_.try_emplace(uint64_t{a} << 32 | b, next);
    if (added) pairs_.emplace_back(a, b);
    return it->second;
  }
  size_t size() const { return pairs_.size(); }
  std::pair<uint32_t, uint32_t> PairOf(uint32_t id) const { return pairs_[id]; }

 private:
  std::vector<std::pair<uint32_t, uint32_t>> pairs_;
  HashMap<uint64_t, uint32_t> ids_;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_ROWS_VALUE_IDS_H_
