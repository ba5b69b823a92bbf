// What there is at the path of a catalogue, before anything is opened.
#ifndef MUSTER_STORAGE_FILES_PATH_STATE_H_
#define MUSTER_STORAGE_FILES_PATH_STATE_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace muster::storage {

struct PathState {
  enum class Kind {
    kAbsent,      ///< nothing
    kEmpty,       ///< a folder with nothing in it, or with what an interrupted creation leaves, before CURRENT
    kDatabase,    ///< a RocksDB database
    kIncomplete,  ///< a catalogue's folder without CURRENT, or without anything
    kOther,       ///< a file, or a folder of somebody else
  };
  Kind kind = Kind::kAbsent;
  std::string directory;  ///< canonical; empty when absent
};

/// Changes nothing. InvalidArgument: no path, or one that cannot be. FailedPrecondition: a symbolic link to nothing.
/// Other errors as of ErrnoStatus.
absl::StatusOr<PathState> Examine(const std::string& path);

/// Makes the folder and its parents, and their entries durable: a commit in a folder that a power cut forgets is lost.
absl::Status CreateFolder(const std::string& path);

/// Whether a creation that was interrupted may be finished in `directory`: it holds nothing that a catalogue has once
/// it was made.
absl::StatusOr<bool> MayFinishCreation(const std::string& directory);

/// Whether the database in `directory` was made by Muster, as its files say that are not needed to open it.
bool LooksLikeOurs(const std::string& directory);

/// Whether there is a log with something in it: the database was not closed by a program that wrote to it.
bool HasLog(const std::string& directory);

/// Logs without a record, which RocksDB leaves behind when it is opened and nothing is written.
void RemoveEmptyLogs(const std::string& directory);

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_FILES_PATH_STATE_H_
