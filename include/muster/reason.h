// Why a call failed, if several causes share a status code: programs that retry, or free space, need to know.
#ifndef MUSTER_REASON_H_
#define MUSTER_REASON_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/strings/cord.h"
#include "muster/export.h"

namespace muster {

/// Values of ReasonOf. Later versions may add more.
namespace reason {
inline constexpr std::string_view kInUse = "in-use";        ///< the catalogue is already open for writing
inline constexpr std::string_view kDiskFull = "disk-full";  ///< no space, a quota, a file's size limit
inline constexpr std::string_view kNoMemory = "no-memory";  ///< out of memory; the catalogue stays usable
inline constexpr std::string_view kTooManyFiles =
    "too-many-files";                                       ///< the process or the machine cannot open more files
inline constexpr std::string_view kStale = "stale";         ///< based on something that has changed since
inline constexpr std::string_view kReadOnly = "read-only";  ///< the catalogue is open read-only
inline constexpr std::string_view kForked =
    "forked";  ///< not possible in a process that was forked while the catalogue was open
}  // namespace reason

/// The payload of a status that holds its reason.
inline constexpr char kReasonPayload[] = "muster/reason";

/// `status` with `why` as its reason. Unchanged when it is OK.
inline absl::Status WithReason(absl::Status status, std::string_view why) {
  status.SetPayload(kReasonPayload, absl::Cord(std::string(why)));
  return status;
}

/// The reason of a status that a Catalogue returned, or "" if its code is unambiguous.
inline std::string ReasonOf(const absl::Status& status) {
  const auto found = status.GetPayload(kReasonPayload);
  return found.has_value() ? std::string(*found) : std::string();
}

}  // namespace muster

#endif  // MUSTER_REASON_H_
