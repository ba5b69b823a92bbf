#include "allowance/too_large.h"

#include "absl/strings/cord.h"

namespace muster {
namespace {

constexpr char kTooLargePayload[] = "muster/answer-too-large";

}  // namespace

absl::Status TooLargeError(const std::string& message) {
  absl::Status status = absl::ResourceExhaustedError(message);
  status.SetPayload(kTooLargePayload, absl::Cord());
  return status;
}

bool IsTooLarge(const absl::Status& status) { return status.GetPayload(kTooLargePayload).has_value(); }

}  // namespace muster
