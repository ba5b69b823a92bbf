#include "engine/import/window.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>

namespace muster::import {
namespace {
constexpr size_t kFirst = 1 << 20;
constexpr size_t kLeastRead = 64 << 10;
}  // namespace

absl::StatusOr<bool> Window::More() {
  if (ended_) return false;
  if (capacity_ - end_ < kLeastRead) {
    const size_t held = end_ - begin_;
    if (held + kLeastRead <= capacity_ / 2) {
      std::memmove(buffer_.get(), buffer_.get() + begin_, held);
    } else {
      const size_t capacity = std::max(kFirst, capacity_ * 2);
      std::unique_ptr<char[]> larger(new char[capacity + simdjson::SIMDJSON_PADDING]);
      if (held > 0) std::memcpy(larger.get(), buffer_.get() + begin_, held);
      buffer_ = std::move(larger);
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
