// The file system that a database writes through: after the first failure nothing more reaches the disk.
#ifndef MUSTER_STORAGE_FILES_STOPPABLE_ROCKS_STOPPABLE_FILES_H_
#define MUSTER_STORAGE_FILES_STOPPABLE_ROCKS_STOPPABLE_FILES_H_

#include <rocksdb/file_system.h>
#include <sys/types.h>

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/functional/function_ref.h"
#include "absl/synchronization/mutex.h"
#include "storage/files/stoppable/rocks_closable_readers.h"
#include "storage/files/stoppable/rocks_shadow_files.h"

namespace muster::storage {

class StoppableFile;

/// The file system of one database that is open for writing. The first call that fails to write stops it: from then on
/// it returns OK for every change, makes none on disk, and reads what was "written" from memory (ShadowFiles). So the
/// database never sees a failed write, which it would either not survive (Debian's librocksdb has assertions enabled)
/// or remember until it is opened again. Users of the database must call failure() after each write before they rely on
/// it, and open the database again after a failure.
///
/// On stopping, logs and RocksDB's manifest are truncated to what was synced, so that what was not acknowledged does
/// not appear at the next opening. Thread-safe.
class StoppableFiles final : public rocksdb::FileSystemWrapper {
 public:
  explicit StoppableFiles(const std::shared_ptr<rocksdb::FileSystem>& base);
  ~StoppableFiles() override;
  const char* Name() const override { return "muster.StoppableFiles"; }

  /// The failure that stopped it; OK while it has not stopped.
  rocksdb::IOStatus failure() const;
  bool stopped() const { return stopped_.load(std::memory_order_acquire); }
  /// Whether what the logs had beyond their last sync was taken back, durably.
  bool CutBackIsDurable() const { return cut_back_.load(std::memory_order_acquire); }
  /// Stops it for a reason that it did not see itself. Does not throw.
  void Stop(const rocksdb::IOStatus& why);
  /// Stops it and gives the database's lock back: another database is about to be opened in its place.
  void Retire();
  /// For a database that is never closed: closes its files. Reading them fails from then on.
  void CloseAll();
  /// Keeps table files while `reader` exists: an earlier database of the same files, which may still read them.
  void KeepTablesFor(std::weak_ptr<const void> reader);
  /// Deletes the table files that were kept for a reader that no longer exists.
  void DeleteKept();

  // FileSystem.
  rocksdb::IOStatus NewSequentialFile(const std::string& path, const rocksdb::FileOptions& options,
                                      std::unique_ptr<rocksdb::FSSequentialFile>* file,
                                      rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus NewRandomAccessFile(const std::string& path, const rocksdb::FileOptions& options,
                                        std::unique_ptr<rocksdb::FSRandomAccessFile>* file,
                                        rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus NewWritableFile(const std::string& path, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* file,
                                    rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus ReopenWritableFile(const std::string& path, const rocksdb::FileOptions& options,
                                       std::unique_ptr<rocksdb::FSWritableFile>* file,
                                       rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus ReuseWritableFile(const std::string& path, const std::string& old_path,
                                      const rocksdb::FileOptions& options,
                                      std::unique_ptr<rocksdb::FSWritableFile>* file,
                                      rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus NewDirectory(const std::string& path, const rocksdb::IOOptions& options,
                                 std::unique_ptr<rocksdb::FSDirectory>* directory,
                                 rocksdb::IODebugContext* debug) override;
  /// Never fails: an info log that cannot be written is not written.
  rocksdb::IOStatus NewLogger(const std::string& path, const rocksdb::IOOptions& options,
                              std::shared_ptr<rocksdb::Logger>* logger, rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus FileExists(const std::string& path, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus GetFileSize(const std::string& path, const rocksdb::IOOptions& options, uint64_t* size,
                                rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus DeleteFile(const std::string& path, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus RenameFile(const std::string& from, const std::string& to, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus LinkFile(const std::string& from, const std::string& to, const rocksdb::IOOptions& options,
                             rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus Truncate(const std::string& path, size_t size, const rocksdb::IOOptions& options,
                             rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus LockFile(const std::string& path, const rocksdb::IOOptions& options, rocksdb::FileLock** lock,
                             rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus UnlockFile(rocksdb::FileLock* lock, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override;

 private:
  friend class StoppableFile;
  friend class StoppableDirectory;

  /// Runs `change` unless stopped; stops when it fails. Whether the change was made.
  bool Try(absl::FunctionRef<rocksdb::IOStatus()> change);
  /// Files that are being written.
  void Enter(StoppableFile* file);
  void Leave(StoppableFile* file);
  /// Opens a file that was written since it stopped, from its bytes. Nullopt: the file is as it is on disk.
  template <typename File>
  std::optional<rocksdb::IOStatus> OpenShadow(const std::string& path, std::unique_ptr<File> (*make)(std::string bytes),
                                              std::unique_ptr<File>* file);
  /// `added` was "written" to a file after stopping.
  void WriteShadow(const std::string& path, const rocksdb::Slice& added);

  const pid_t process_;  // a child of it has the descriptors as well, and no right to change anything
  std::atomic<bool> stopped_ = false;
  std::atomic<bool> cut_back_ = false;
  /// Held for reading by changes that reach the disk, so that none is under way when it stops.
  absl::Mutex changing_ ABSL_ACQUIRED_BEFORE(mutex_);
  mutable absl::Mutex mutex_;
  rocksdb::IOStatus failure_ ABSL_GUARDED_BY(mutex_);
  std::set<StoppableFile*> open_ ABSL_GUARDED_BY(mutex_);
  /// What was written and removed since it stopped.
  ShadowFiles shadow_ ABSL_GUARDED_BY(mutex_);
  std::weak_ptr<const void> reader_ ABSL_GUARDED_BY(mutex_);
  std::vector<std::string> kept_ ABSL_GUARDED_BY(mutex_);
  rocksdb::FileLock* lock_ ABSL_GUARDED_BY(mutex_) = nullptr;
  ClosableReaders readers_;
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_FILES_STOPPABLE_ROCKS_STOPPABLE_FILES_H_
