// From RocksDB's status to ours.
#ifndef MUSTER_STORAGE_STATUS_OF_H_
#define MUSTER_STORAGE_STATUS_OF_H_

#include <rocksdb/status.h>

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "storage/absl_text.h"

namespace muster::storage {

/// `path` is the store's; `doing` completes "while ...". The message says what the user can do.
inline absl::Status StatusOf(const rocksdb::Status& status, std::string_view path, std::string_view doing) {
  if (status.ok()) return absl::OkStatus();
  const std::string what = status.ToString();
  const auto message = [&](std::string_view diagnosis, std::string_view remedy) {
    return absl::StrCat(ForAbsl(path), ": ", ForAbsl(diagnosis), " (while ", ForAbsl(doing), ": ", what, "). ",
                        ForAbsl(remedy));
  };
  if (absl::StrContains(what, "lock hold by current process") || absl::StrContains(what, "While lock file")) {
    return absl::UnavailableError(
        message("the catalogue is in use", "Close the program that has it open, or open it read-only."));
  }
  if (status.IsCorruption() || status.IsPathNotFound()) {
    return absl::DataLossError(message("the catalogue is damaged", "Restore it from a backup or import it again."));
  }
  if (status.IsNoSpace()) {
    return absl::ResourceExhaustedError(message("no space is left on the disk", "Free some and repeat."));
  }
  if (status.IsMemoryLimit()) return absl::ResourceExhaustedError(message("out of memory", "Free some and repeat."));
  if (status.IsIOError()) {
    if (absl::StrContains(what, "Permission denied") || absl::StrContains(what, "Read-only file system")) {
      return absl::PermissionDeniedError(message("access is denied", "Check the permissions of its files."));
    }
    return absl::UnavailableError(message("the disk cannot be read or written", "Check the disk, then open it again."));
  }
  if (status.IsNotFound()) return absl::NotFoundError(message("not found", ""));
  return absl::InternalError(message("the storage engine failed", "Open the catalogue again."));
}

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_STATUS_OF_H_
