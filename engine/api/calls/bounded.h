// Private to api/: calls that take long, under their bounds.
#ifndef MUSTER_ENGINE_API_CALLS_BOUNDED_H_
#define MUSTER_ENGINE_API_CALLS_BOUNDED_H_

#include <string_view>

#include "allowance/allowance.h"
#include "muster/catalogue.h"

namespace muster::api {

/// Runs `f` under an allowance of `bounds`, of which `what` ("the import") is told when it is over. Without bounds `f`
/// has that of the thread, or one without limits, which the end of the process stops. `what` outlives the call.
template <typename F>
auto Bounded(std::string_view what, const CallBounds& bounds, const F& f) -> decltype(f()) {
  const bool bounded = bounds.timeout > std::chrono::microseconds(0) || bounds.stop.stop_possible();
  if (!bounded && CurrentAllowance() != nullptr) return f();
  Allowance allowance({.timeout = bounds.timeout, .stop = bounds.stop, .what = what});
  const AllowanceScope scope(&allowance);
  if (absl::Status looked = CheckStop(); !looked.ok()) return looked;
  return f();
}

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_CALLS_BOUNDED_H_
