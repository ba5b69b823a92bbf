#include "serve/http/budget_exhausted.h"

#include <algorithm>
#include <string>

#include "absl/strings/cord.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

constexpr const char* kWait = "muster/seconds-to-wait";
constexpr std::string_view kAgain = "ask again from ";

/// The release door says when in words.
std::optional<absl::Time> TimeIn(std::string_view hint) {
  absl::Time time;
  std::string error;
  if (!hint.starts_with(kAgain)) return std::nullopt;
  if (!absl::ParseTime("%Y-%m-%d %H:%M:%S UTC", std::string(hint.substr(kAgain.size())), &time, &error)) {
    return std::nullopt;
  }
  return time;
}

}  // namespace

absl::Status BudgetExhausted(const Diagnostic& diagnostic) {
  std::string message = diagnostic.message;
  int64_t wait = 0;
  for (const std::string& hint : diagnostic.hints) {
    Append(message, "; ", hint);
    if (const std::optional<absl::Time> again = TimeIn(hint)) {
      wait = std::max<int64_t>(1, absl::ToInt64Seconds(absl::Ceil(*again - absl::Now(), absl::Seconds(1))));
    }
  }
  absl::Status status = absl::ResourceExhaustedError(message);
  status.SetPayload(kWait, absl::Cord(std::to_string(wait)));
  return status;
}

std::optional<int64_t> SecondsToWait(const absl::Status& status) {
  const auto wait = status.GetPayload(kWait);
  return wait.has_value() ? ParseInteger<int64_t>(std::string(*wait)) : std::nullopt;
}

}  // namespace muster::serve
