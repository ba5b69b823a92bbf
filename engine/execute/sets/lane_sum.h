// The lanes of a set of keys, summed as bit-sliced counters.
#ifndef MUSTER_ENGINE_EXECUTE_SETS_LANE_SUM_H_
#define MUSTER_ENGINE_EXECUTE_SETS_LANE_SUM_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "engine/model/record/query_set.h"

namespace muster::execute {

/// 64 counters modulo 256, of which plane b holds bit b of each: a key is added to all of them with a few operations on
/// words (vertical counters; Klarqvist, Muła, Lemire 2019 call the many-key form a positional population count).
class LaneSum {
 public:
  void Add(uint64_t key) {
    waiting_[waits_++] = key;
    if (waits_ == kAtOnce) AddWaiting();
  }
  /// Many keys at once, at a fraction of the cost.
  void Add(std::span<const uint64_t> keys);
  /// Takes back a key that was added.
  void Remove(uint64_t key);
  void Merge(const LaneSum& other);
  model::Lanes lanes() const;

 private:
  static constexpr size_t kPlanes = 8;
  static constexpr size_t kAtOnce = 16;  // keys

  /// Adds 2^plane to the counters of the bits in `carry`.
  void Carry(uint64_t carry, size_t plane) {
    for (; plane < kPlanes; ++plane) {
      const uint64_t next = planes_[plane] & carry;
      planes_[plane] ^= carry;
      carry = next;
    }
  }

  void AddWaiting();

  std::array<uint64_t, kPlanes> planes_{};
  std::array<uint64_t, kAtOnce> waiting_{};  // keys, added when there are kAtOnce of them
  size_t waits_ = 0;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_SETS_LANE_SUM_H_
