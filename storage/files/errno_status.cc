#include "storage/files/errno_status.h"

#include <array>
#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "muster/reason.h"
#include "storage/files/absl_text.h"

namespace muster::storage {

SystemFault FaultOf(int error) {
  using absl::StatusCode;
  switch (error) {
    case ENOENT:
      return {StatusCode::kNotFound, "a file or folder is missing", "Check the path."};
    case EACCES:
    case EPERM:
      return {StatusCode::kPermissionDenied, "access is denied",
              "Check the permissions of the folder and of its files."};
    case EROFS:
      return {StatusCode::kPermissionDenied, "the file system is read-only",
              "Open the catalogue read-only, or choose another place."};
    case EMFILE:
    case ENFILE:
      return {StatusCode::kResourceExhausted, "too many files are open",
              "Close some, or raise the limit (ulimit -n), and repeat."};
    case ENOSPC:
    case EDQUOT:
      return {StatusCode::kResourceExhausted, "no space is left on the disk", "Free some and repeat."};
    case EFBIG:
      return {StatusCode::kResourceExhausted, "a file has reached the size limit",
              "Raise the limit (ulimit -f) and repeat."};
    case ENOMEM:
      return {StatusCode::kResourceExhausted, "out of memory", "Free some and repeat."};
    case ENAMETOOLONG:
      return {StatusCode::kInvalidArgument, "the path is too long", "Choose a shorter one."};
    case ELOOP:
      return {StatusCode::kInvalidArgument, "the path leads through a loop of symbolic links", "Mend the links."};
    case ENOTDIR:
      return {StatusCode::kFailedPrecondition, "a part of the path is a file, not a folder", "Check the path."};
    case ENOLCK:
    case ENOSYS:
    case EOPNOTSUPP:
      return {StatusCode::kFailedPrecondition, "files cannot be locked there, so that a second writer would go unseen",
              "Keep the catalogue on a file system that has locks."};
    default:
      return {StatusCode::kUnavailable, "the disk cannot be read or written", "Check the disk, then open it again."};
  }
}

absl::Status WithReasonOf(int error, absl::Status status) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return WithReason(std::move(status), reason::kDiskFull);
    case ENOMEM:
      return WithReason(std::move(status), reason::kNoMemory);
    case EMFILE:
    case ENFILE:
      return WithReason(std::move(status), reason::kTooManyFiles);
    default:
      return status;
  }
}

absl::Status ErrnoStatus(int error, std::string_view path, std::string_view doing) {
  const SystemFault fault = FaultOf(error);
  return WithReasonOf(
      error, absl::Status(fault.code,
                          absl::StrCat(ForAbsl(path), ": ", ForAbsl(fault.diagnosis), " (while ", ForAbsl(doing), ": ",
                                       std::generic_category().message(error), "). ", ForAbsl(fault.remedy))));
}

int ErrnoIn(std::string_view message) {
  constexpr std::array kKnown = {EACCES, EPERM,  EROFS,        EMFILE, ENFILE,  ENOSPC, EDQUOT, EFBIG,
                                 ENOMEM, ENOENT, ENAMETOOLONG, ELOOP,  ENOTDIR, ENOLCK, ENOSYS, EOPNOTSUPP};
  for (const int error : kKnown) {
    if (absl::EndsWith(ForAbsl(message), std::generic_category().message(error))) return error;
  }
  return 0;
}

}  // namespace muster::storage
