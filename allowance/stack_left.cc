#include "allowance/stack_left.h"

#include <pthread.h>

#include <cstdint>

namespace muster {

std::optional<size_t> StackLeft() {
  pthread_attr_t attributes;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0) return std::nullopt;
  void* lowest = nullptr;
  size_t size = 0;
  const bool known = pthread_attr_getstack(&attributes, &lowest, &size) == 0;
  pthread_attr_destroy(&attributes);
  if (!known) return std::nullopt;
  const auto here = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
  const auto end = reinterpret_cast<uintptr_t>(lowest);
  if (here < end || here > end + size) return std::nullopt;
  return here - end;
}

}  // namespace muster
