// Private to api/: the error on a statement that was not answered because the text was stopped.
#ifndef MUSTER_ENGINE_API_PIPELINE_STOPPED_H_
#define MUSTER_ENGINE_API_PIPELINE_STOPPED_H_

#include <cstddef>

#include "allowance/allowance.h"
#include "muster/diagnostic.h"

namespace muster::api {

/// The error for the text at [begin, end). `allowance` must be stopped.
inline Diagnostic StoppedDiagnostic(const Allowance& allowance, size_t begin, size_t end) {
  Diagnostic diagnostic{Severity::kError, "cancelled", allowance.Message(), begin, end, {}};
  if (allowance.stopped() == Stopped::kDeadline) {
    diagnostic.code = "deadline";
    diagnostic.hints = {"give it more time, or ask less at a time"};
  } else if (allowance.stopped() == Stopped::kMemory) {
    diagnostic.code = "too-much-memory";
    diagnostic.hints = {"narrow it with where, top or limit, or ask less at a time"};
  }
  return diagnostic;
}

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_PIPELINE_STOPPED_H_
