// One writer at a time: the lock on a catalogue's folder.
#ifndef MUSTER_STORAGE_FILES_WRITER_LOCK_H_
#define MUSTER_STORAGE_FILES_WRITER_LOCK_H_

#include <sys/types.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace muster::storage {

/// What the file LOCK says of the folder. (RocksDB makes the file as well, and leaves it empty.)
enum class FolderState {
  kUnmarked,  ///< by a version before the mark, by another program, or there is no such file
  kCreating,  ///< a catalogue is being made, or its making was interrupted: there is nothing in it yet
  kReady,     ///< a catalogue was made here
};
FolderState ReadFolderState(const std::string& directory);

/// Locks the folder for this process until it is destroyed. It is an open file description lock on the file LOCK: it
/// survives when other descriptors of the file are closed, such as by a program that copies the folder, and it
/// conflicts with RocksDB's own lock, which earlier versions and tools take. On systems without such locks it is a
/// POSIX record lock. Within the process, a list by device and inode recognises one folder under several names.
class WriterLock {
 public:
  /// `directory` is canonical, `path` what the user calls it. Unavailable: open for writing already, here or elsewhere;
  /// the message says where. Other errors as of ErrnoStatus.
  static absl::StatusOr<std::unique_ptr<WriterLock>> Take(const std::string& path, const std::string& directory);
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

  /// Whether this process may still write: FailedPrecondition in a process that was forked from the one that took the
  /// lock, and where the folder has been moved, removed or replaced, or its file LOCK has.
  absl::Status Held() const;
  bool IsOwnProcess() const;

  FolderState state() const { return state_; }
  /// Durable on return, but for a ready folder that becomes ready again.
  absl::Status SetState(FolderState state);

 private:
  using FileId = std::pair<dev_t, ino_t>;

  WriterLock(std::string path, std::string directory);
  absl::Status LockFile();

  const std::string path_;
  const std::string directory_;
  const pid_t process_;
  FileId folder_ = {};
  FileId file_ = {};
  int fd_ = -1;
  bool is_held_ = false;
  FolderState state_ = FolderState::kUnmarked;
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_FILES_WRITER_LOCK_H_
