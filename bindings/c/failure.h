// From statuses and exceptions to the codes and errors of muster.h.
#ifndef MUSTER_BINDINGS_C_FAILURE_H_
#define MUSTER_BINDINGS_C_FAILURE_H_

#include <exception>
#include <new>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "allowance/uncancellable.h"
#include "muster/muster.h"

namespace muster::c {

/// How a call ended.
struct Failure {
  muster_code code = MUSTER_OK;
  std::string message = {};
};

inline Failure Ok() { return {}; }

Failure FailureOf(const absl::Status& status);

/// What is on the way when the catch-all catches.
Failure FailureOfException() noexcept;

/// Hands `failure` to the caller, and returns its code. Without memory for it, the error is one that exists already.
muster_code Report(Failure failure, muster_error** error) noexcept;

/// Runs `f`, which returns a Failure. Nothing that it throws leaves.
template <typename F>
muster_code Guarded(muster_error** error, const F& f) noexcept {
  const Uncancellable call;
  if (error != nullptr) *error = nullptr;
  try {
    return Report(f(), error);
  } catch (...) {
    return Report(FailureOfException(), error);
  }
}

}  // namespace muster::c

#endif  // MUSTER_BINDINGS_C_FAILURE_H_
