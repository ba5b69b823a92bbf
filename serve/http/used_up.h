// The budget of a caller is used up: what is said, and when he may ask again.
#ifndef MUSTER_SERVE_HTTP_USED_UP_H_
#define MUSTER_SERVE_HTTP_USED_UP_H_

#include <cstdint>
#include <optional>

#include "absl/status/status.h"
#include "muster/diagnostic.h"

namespace muster::serve {

/// ResourceExhausted, with the message and the hints of the release door, and how long to wait, if that is known.
absl::Status UsedUp(const Diagnostic& diagnostic);

/// The seconds until somebody may ask again whom UsedUp refused; 0: that is not known. nullopt: it is no such refusal.
std::optional<int64_t> SecondsToWait(const absl::Status& status);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_HTTP_USED_UP_H_
