#include "engine/execute/rows/ascending_probe.h"

#include <utility>

namespace muster::execute {

AscendingProbe::AscendingProbe(storage::BitmapPtr bitmap) : bitmap_(std::move(bitmap)) {}

void AscendingProbe::Move(uint32_t row) {
  // Rows that ascend in small steps are read on; a leap skips what lies between, and going back begins anew.
  constexpr uint32_t kLeap = 1024;
  if (cursor_ == nullptr || row < low_) {
    cursor_ = std::make_unique<storage::Bitmap::Cursor>(*bitmap_);
    cursor_->MoveTo(row);
  } else if (row - high_ > kLeap) {
    cursor_->MoveTo(row);
  }
  do {
    size_ = cursor_->Next(buffer_);
    high_ = size_ == 0 ? UINT32_MAX : buffer_[size_ - 1];
  } while (high_ < row);
  low_ = row;
  next_ = 0;
}

}  // namespace muster::execute
