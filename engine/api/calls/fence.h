// Private to api/: no exception leaves the library.
#ifndef MUSTER_ENGINE_API_CALLS_FENCE_H_
#define MUSTER_ENGINE_API_CALLS_FENCE_H_

#include <string_view>

#include "absl/status/status.h"
#include "allowance/uncancellable.h"
#include "engine/api/calls/arithmetic.h"
#include "engine/api/calls/call.h"

namespace muster::api {

/// What the exception that is being handled means to a caller: ResourceExhausted when there was no memory or no thread
/// to be had, Aborted with its text for any other, which only a callback of the caller's can have thrown. `doing`
/// completes "while ...". Needs no memory where there was none.
absl::Status StatusOfException(std::string_view doing) noexcept;

/// Runs `f`, which returns a status or a StatusOr, as a call; exceptions become a status.
template <typename F>
auto Fence(std::string_view doing, const F& f) -> decltype(f()) {
  const Uncancellable uncancellable;
  const DefaultArithmetic arithmetic;
  const Call call;
  try {
    if (!call.allowed()) return ProcessIsEnding();
    return f();
  } catch (...) {
    return StatusOfException(doing);
  }
}

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_CALLS_FENCE_H_
