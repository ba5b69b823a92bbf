// Private to api/: what is said of a statement that is not answered because the text was to end.
#ifndef MUSTER_ENGINE_API_PIPELINE_STOPPED_H_
#define MUSTER_ENGINE_API_PIPELINE_STOPPED_H_

#include <cstddef>

#include "allowance/allowance.h"
#include "muster/diagnostic.h"

namespace muster::api {

/// Of what stands at [begin, end). `allowance` is stopped.
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
