// From RocksDB's status to ours.
#ifndef MUSTER_STORAGE_FILES_STATUS_OF_H_
#define MUSTER_STORAGE_FILES_STATUS_OF_H_

#include <rocksdb/status.h>

#include <cerrno>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "storage/files/absl_text.h"
#include "storage/files/errno_status.h"

namespace muster::storage {

/// `path` is the store's; `doing` completes "while ...". The message says what the user can do.
inline absl::Status StatusOf(const rocksdb::Status& status, std::string_view path, std::string_view doing) {
  if (status.ok()) return absl::OkStatus();
  const std::string what = status.ToString();
  const auto message = [&](std::string_view diagnosis, std::string_view remedy) {
    return absl::StrCat(ForAbsl(path), ": ", ForAbsl(diagnosis), " (while ", ForAbsl(doing), ": ", what, "). ",
                        ForAbsl(remedy));
  };
  if (status.IsCorruption() || status.IsPathNotFound()) {
    return absl::DataLossError(message("the catalogue is damaged", "Restore it from a backup or import it again."));
  }
  const int error = status.IsNoSpace() ? ENOSPC : status.IsMemoryLimit() ? ENOMEM : ErrnoIn(what);
  if (status.IsNoSpace() || status.IsMemoryLimit() || status.IsIOError()) {
    const SystemFault fault = FaultOf(error);
    return WithReasonOf(error, absl::Status(fault.code, message(fault.diagnosis, fault.remedy)));
  }
  if (status.IsNotFound()) return absl::NotFoundError(message("not found", ""));
  return absl::InternalError(message("the storage engine failed", "Open the catalogue again."));
}

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_FILES_STATUS_OF_H_
