// Tokens.
#include <new>
#include <stop_token>

#include "bindings/c/handles.h"

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

int muster_cancel_is_cancelled(const muster_cancel* cancel) {
  return muster::c::Is(cancel) && cancel->source.stop_requested() ? 1 : 0;
}

// The state is counted, so that calls that were given it keep it.
void muster_cancel_free(muster_cancel* cancel) { muster::c::Free(cancel); }
