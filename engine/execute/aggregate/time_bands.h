// The band of a time: counts in bands of years, months or days.
#ifndef MUSTER_ENGINE_EXECUTE_AGGREGATE_TIME_BANDS_H_
#define MUSTER_ENGINE_EXECUTE_AGGREGATE_TIME_BANDS_H_

#include <algorithm>
#include <cstdint>

#include "engine/execute/rows/value_ids.h"
#include "engine/model/time/time.h"

namespace muster::execute {

/// Bands [k * size, (k + 1) * size) of half hours, found without dividing.
class TimeBands {
 public:
  /// `size` must be positive.
  explicit TimeBands(int64_t size)
      // Times lie within 32 bits, so that greater bands are all alike.
      : size_(static_cast<uint64_t>(std::min(size, -model::kBeginning))),
        before_zero_(static_cast<int64_t>((static_cast<uint64_t>(-model::kBeginning) + size_ - 1) / size_)),
        inverse_(~uint64_t{0} / size_ + 1) {}

  /// The band of a time with bounds, when both lie in it.
  GroupValue Of(int64_t low, int64_t high) const {
    if (!IsBounded(low) || !IsBounded(high)) return kUncertainValue;
    const int64_t band = Of(low);
    return low == high || band == Of(high) ? band : kUncertainValue;
  }

 private:
  static bool IsBounded(int64_t time) { return time > model::kBeginning && time < model::kEnd; }
  // Made positive by whole bands, a time is below 3 * 2^31, and the high half of its product with 2^64 / size, rounded
  // up, is the quotient (Lemire, Kaser, Kurz: Faster remainder by direct computation, 2019).
  int64_t Of(int64_t time) const {
    if (size_ == 1) return time;
    const auto positive = static_cast<uint64_t>(time + before_zero_ * static_cast<int64_t>(size_));
    __extension__ using Wide = unsigned __int128;
    return static_cast<int64_t>(static_cast<uint64_t>(Wide{positive} * inverse_ >> 64)) - before_zero_;
  }

  uint64_t size_;
  int64_t before_zero_;  // bands that reach back to the earliest time
  uint64_t inverse_;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_AGGREGATE_TIME_BANDS_H_
