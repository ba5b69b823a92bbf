// Membership tests for ascending rows.
#ifndef MUSTER_ENGINE_EXECUTE_ROWS_ASCENDING_PROBE_H_
#define MUSTER_ENGINE_EXECUTE_ROWS_ASCENDING_PROBE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

#include "storage/bits/bitmap.h"

namespace muster::execute {

/// Tests rows against a bitmap, in any order; fast as long as they ascend. Not thread-safe.
class AscendingProbe {
 public:
  /// Null contains every row.
  explicit AscendingProbe(storage::BitmapPtr bitmap);
  bool all() const { return bitmap_ == nullptr; }
  bool Contains(uint32_t row) {
    if (bitmap_ == nullptr) return true;
    if (row < low_ || row > high_) Move(row);
    if (next_ > 0 && row <= buffer_[next_ - 1]) next_ = 0;  // back, but not out of the buffer
    while (next_ < size_ && buffer_[next_] < row) ++next_;
    return next_ < size_ && buffer_[next_] == row;
  }

 private:
  void Move(uint32_t row);

  storage::BitmapPtr bitmap_;
  std::unique_ptr<storage::Bitmap::Cursor> cursor_;
  std::array<uint32_t, 256> buffer_;
  size_t size_ = 0;
  size_t next_ = 0;
  // The buffer covers [low_, high_].
  uint32_t low_ = 1;
  uint32_t high_ = 0;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_ROWS_ASCENDING_PROBE_H_
