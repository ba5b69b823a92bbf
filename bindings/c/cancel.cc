// Tokens.
#include <algorithm>
#include <chrono>
#include <limits>
#include <new>
#include <stop_token>

#include "bindings/c/calls.h"
#include "bindings/c/handles.h"
#include "bindings/c/options.h"

namespace muster::c {
namespace {

constexpr int64_t kNoDeadline = std::numeric_limits<int64_t>::max();

int64_t NowInMicroseconds() {
  return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

}  // namespace

CallBounds BoundsOf(const muster_cancel* cancel) {
  if (cancel == nullptr) return {};
  CallBounds bounds;
  bounds.stop = cancel->source.get_token();
  // Where it is over already, the least time there is: 0 would be no bound.
  if (const int64_t deadline = cancel->deadline_us; deadline != kNoDeadline) {
    bounds.timeout = std::chrono::microseconds(std::max<int64_t>(deadline - NowInMicroseconds(), 1));
  }
  return bounds;
}

}  // namespace muster::c

// The allocation of the source's state may throw.
muster_cancel* muster_cancel_new(void) {
  try {
    return new muster_cancel;
  } catch (...) {
    return nullptr;
  }
}

// Safe in a signal handler: the library looks at tokens and registers no callbacks with them, so that this is a change
// of one atomic number.
void muster_cancel_now(muster_cancel* cancel) {
  if (muster::c::Is(cancel)) cancel->source.request_stop();
}

muster_code muster_cancel_after(muster_cancel* cancel, int64_t microseconds) {
  return muster::c::Guarded(nullptr, [&]() -> muster::c::Failure {
    if (!muster::c::Is(cancel) || microseconds <= 0) return {MUSTER_INVALID_ARGUMENT};
    const int64_t now = muster::c::NowInMicroseconds();
    // A time that no clock reaches is none.
    const int64_t deadline = microseconds < muster::c::kNoDeadline - now ? now + microseconds : muster::c::kNoDeadline;
    int64_t before = cancel->deadline_us;
    while (deadline < before && !cancel->deadline_us.compare_exchange_weak(before, deadline)) {
    }
    return muster::c::Ok();
  });
}

int muster_cancel_is_cancelled(const muster_cancel* cancel) {
  if (!muster::c::Is(cancel)) return 0;
  const bool over =
      cancel->deadline_us != muster::c::kNoDeadline && cancel->deadline_us <= muster::c::NowInMicroseconds();
  return over || cancel->source.stop_requested() ? 1 : 0;
}

// The state is counted, so that calls that were given it keep it.
void muster_cancel_free(muster_cancel* cancel) { muster::c::Free(cancel); }
