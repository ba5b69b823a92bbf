#include "engine/import/input/window.h"

#include <simdjson.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

#include "allowance/allowance.h"

namespace muster::import {
namespace {
constexpr size_t kFirst = 120 << 10;  // for a small file
constexpr size_t kUsual = 1 << 20;
constexpr size_t kLeastRead = 64 << 10;
}  // namespace

absl::StatusOr<bool> Window::More() {
  if (ended_) return false;
  if (absl::Status check = CheckStop(); !check.ok()) return check;
  if (capacity_ - end_ < kLeastRead) {
    const size_t held = end_ - begin_;
    if (begin_ > 0) std::memmove(buffer_.get(), buffer_.get() + begin_, held);
    if (capacity_ < kUsual || held + kLeastRead > capacity_ / 2) {
      const size_t capacity = capacity_ == 0 ? kFirst : std::max(kUsual, capacity_ * 2);
      auto* const larger = static_cast<char*>(std::realloc(buffer_.get(), capacity + simdjson::SIMDJSON_PADDING));
      if (larger == nullptr) throw std::bad_alloc();
      buffer_.release();
      buffer_.reset(larger);
      capacity_ = capacity;
    }
    begin_ = 0;
    end_ = held;
  }
  const absl::StatusOr<size_t> got = source_.Read(buffer_.get() + end_, capacity_ - end_);
  if (!got.ok()) return got.status();
  end_ += *got;
  std::memset(buffer_.get() + end_, 0, simdjson::SIMDJSON_PADDING);
  ended_ = *got == 0;
  return !ended_;
}

}  // namespace muster::import
