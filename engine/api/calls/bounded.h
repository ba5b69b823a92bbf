// Private to api/: calls that take long, under their bounds.
#ifndef MUSTER_ENGINE_API_CALLS_BOUNDED_H_
#define MUSTER_ENGINE_API_CALLS_BOUNDED_H_

#include <string_view>

#include "allowance/allowance.h"
#include "muster/catalogue.h"

namespace muster::api {

/// Runs `f` under an allowance of `bounds`; if it is exceeded, the message names `what` ("the import"). Without bounds,
/// `f` runs under the thread's allowance, or one without limits, which only the end of the process stops. `what` must
/// outlive the call.
template <typename F>
auto Bounded(std::string_view what, const CallBounds& bounds, const F& f) -> decltype(f()) {
  const bool bounded = bounds.timeout > std::chrono::microseconds(0) || bounds.stop.stop_possible();
  if (!bounded && CurrentAllowance() != nullptr) return f();
  Allowance allowance({.timeout = bounds.timeout, .stop = bounds.stop, .what = what});
  const AllowanceScope scope(&allowance);
  if (absl::Status check = CheckStop(); !check.ok()) return check;
  return f();
}

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_CALLS_BOUNDED_H_
