// An answer that would be larger than its query may have: the asker's matter, unlike a full disk or no memory, which
// have the same status code.
#ifndef MUSTER_ALLOWANCE_TOO_LARGE_H_
#define MUSTER_ALLOWANCE_TOO_LARGE_H_

#include <string>

#include "absl/status/status.h"

namespace muster {

/// ResourceExhausted, marked for IsTooLarge.
absl::Status TooLargeError(const std::string& message);

/// Whether the status came from TooLargeError.
bool IsTooLarge(const absl::Status& status);

}  // namespace muster

#endif  // MUSTER_ALLOWANCE_TOO_LARGE_H_
