#include "allowance/stack_left.h"

#include <pthread.h>
#include <sys/resource.h>

#include <cstdint>

namespace muster {
namespace {

// Where the stack of a thread ends. For a program's first thread the C library reads the list of all mappings of the
// process, so the answer is kept, as long as the limit is the one that it depends on.
struct Stack {
  bool known = false;
  uintptr_t lowest = 0;
  size_t size = 0;
  rlim_t limit = 0;
};

bool Find(rlim_t limit, Stack* stack) {
  *stack = {};
  pthread_attr_t attributes;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0) return false;
  void* lowest = nullptr;
  size_t size = 0;
  const bool known = pthread_attr_getstack(&attributes, &lowest, &size) == 0;
  pthread_attr_destroy(&attributes);
  if (known) *stack = {true, reinterpret_cast<uintptr_t>(lowest), size, limit};
  return known;
}

}  // namespace

std::optional<size_t> StackLeft() {
  static thread_local Stack stack;
  rlimit limit{};
  if (getrlimit(RLIMIT_STACK, &limit) != 0) return std::nullopt;
  if ((!stack.known || stack.limit != limit.rlim_cur) && !Find(limit.rlim_cur, &stack)) return std::nullopt;
  const auto here = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
  if (here < stack.lowest || here > stack.lowest + stack.size) return std::nullopt;
  return here - stack.lowest;
}

}  // namespace muster
