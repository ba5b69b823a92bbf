#include "storage/files/memory_reserve.h"

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <thread>

#include "absl/base/attributes.h"
#include "absl/base/const_init.h"
#include "absl/synchronization/mutex.h"

namespace muster::storage {
namespace {

// Several times what closing a database takes.
constexpr size_t kReserveBytes = size_t{1} << 20;

constexpr std::chrono::milliseconds kBetweenAttempts(10);

thread_local MemoryReserve* innermost_reserve = nullptr;

ABSL_CONST_INIT absl::Mutex reserves_mutex(absl::kConstInit);
int reserves = 0;  // guarded by reserves_mutex
std::atomic<std::new_handler> former_handler = nullptr;

}  // namespace

void MemoryReserve::Handler() {
  for (MemoryReserve* reserve = innermost_reserve; reserve != nullptr; reserve = reserve->outer_) {
    if (reserve->memory_ == nullptr) continue;
    std::free(reserve->memory_);
    reserve->memory_ = nullptr;
    return;  // and the allocation is tried again
  }
  if (const std::new_handler former = former_handler; former != nullptr) return former();
  for (MemoryReserve* reserve = innermost_reserve; reserve != nullptr; reserve = reserve->outer_) {
    if (reserve->patience_ < kBetweenAttempts) continue;
    reserve->patience_ -= kBetweenAttempts;
    std::this_thread::sleep_for(kBetweenAttempts);
    return;
  }
  throw std::bad_alloc();
}

// (Not by operator new, which would ask the handler.)
MemoryReserve::MemoryReserve(std::chrono::milliseconds patience)
    : outer_(innermost_reserve), memory_(std::malloc(kReserveBytes)), patience_(patience) {
  innermost_reserve = this;
  absl::MutexLock lock(&reserves_mutex);
  if (reserves++ != 0 || std::get_new_handler() == Handler) return;
  former_handler = std::get_new_handler();
  std::set_new_handler(Handler);
}

MemoryReserve::~MemoryReserve() {
  {
    absl::MutexLock lock(&reserves_mutex);
    if (--reserves == 0 && std::get_new_handler() == Handler) std::set_new_handler(former_handler);
  }
  innermost_reserve = outer_;
  std::free(memory_);
}

void LeaveBehind(void* object) {
  static std::array<std::atomic<void*>, 256> left = {};
  static std::atomic<size_t> next = 0;
  left[next++ % left.size()] = object;
}

}  // namespace muster::storage
