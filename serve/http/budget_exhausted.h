// The response to callers whose budget is used up, with the time when they may ask again.
#ifndef MUSTER_SERVE_HTTP_BUDGET_EXHAUSTED_H_
#define MUSTER_SERVE_HTTP_BUDGET_EXHAUSTED_H_

#include <cstdint>
#include <optional>

#include "absl/status/status.h"
#include "muster/diagnostic.h"

namespace muster::serve {

/// ResourceExhausted, with the message and the hints of the release door, and how long to wait, if that is known.
absl::Status BudgetExhausted(const Diagnostic& diagnostic);

/// How many seconds after a response of BudgetExhausted the caller may ask again; 0: unknown. Nullopt for other
/// responses.
std::optional<int64_t> SecondsToWait(const absl::Status& status);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_HTTP_BUDGET_EXHAUSTED_H_
