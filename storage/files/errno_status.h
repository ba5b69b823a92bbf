// From the system's error numbers to our status, with what the user can do about each.
#ifndef MUSTER_STORAGE_FILES_ERRNO_STATUS_H_
#define MUSTER_STORAGE_FILES_ERRNO_STATUS_H_

#include <string_view>

#include "absl/status/status.h"

namespace muster::storage {

/// The status of a system error, for callers that open, read or write a catalogue.
struct SystemFault {
  absl::StatusCode code;
  std::string_view diagnosis;
  std::string_view remedy;
};

/// Unavailable where the disk fails, and for what is not known.
SystemFault FaultOf(int error);

/// `status` with the reason that this error number is, if it is one (muster/reason.h).
absl::Status WithReasonOf(int error, absl::Status status);

/// `path` is the catalogue's; `doing` completes "while ...".
absl::Status ErrnoStatus(int error, std::string_view path, std::string_view doing);

/// The error number whose text, in the language of the process, ends `message`; 0 if FaultOf does not know it. Needed
/// since RocksDB passes on only the text.
int ErrnoIn(std::string_view message);

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_FILES_ERRNO_STATUS_H_
