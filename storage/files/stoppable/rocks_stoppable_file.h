// A file, and a directory, to which a database writes until its files are stopped.
#ifndef MUSTER_STORAGE_FILES_STOPPABLE_ROCKS_STOPPABLE_FILE_H_
#define MUSTER_STORAGE_FILES_STOPPABLE_ROCKS_STOPPABLE_FILE_H_

#include <rocksdb/file_system.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace muster::storage {

class StoppableFiles;

/// A file that is being written. After `files` has stopped, or when a change fails, which stops it, it says OK to every
/// change. Used by one thread at a time, as RocksDB's files are, but for CutBack and CloseNow.
class StoppableFile final : public rocksdb::FSWritableFile {
 public:
  /// Of `size` bytes, which are all synced. `file` may be null when `files` has stopped.
  StoppableFile(StoppableFiles* files, std::string path, std::unique_ptr<rocksdb::FSWritableFile> file, uint64_t size);
  ~StoppableFile() override;

  /// After stopping: truncates the file to what was synced, if it is a log or manifest. Returns whether that is
  /// durable.
  bool CutBack();
  /// Closes what is on disk, if that is open.
  void CloseNow();

  // FSWritableFile.
  rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                           rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                           const rocksdb::DataVerificationInfo& info, rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus Truncate(uint64_t size, const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus Flush(const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus Sync(const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus Fsync(const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) override;
  bool IsSyncThreadSafe() const override;
  // Hints, which make nothing durable, and whose failure is followed by that of what they hint at.
  rocksdb::IOStatus RangeSync(uint64_t offset, uint64_t bytes, const rocksdb::IOOptions& options,
                              rocksdb::IODebugContext* debug) override;
  void PrepareWrite(size_t offset, size_t length, const rocksdb::IOOptions& options,
                    rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus Allocate(uint64_t offset, uint64_t length, const rocksdb::IOOptions& options,
                             rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus Close(const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) override;
  void SetWriteLifeTimeHint(rocksdb::Env::WriteLifeTimeHint hint) override;
  void SetPreallocationBlockSize(size_t size) override;
  uint64_t GetFileSize(const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) override;

 private:
  StoppableFiles* const files_;
  const std::string path_;
  const std::unique_ptr<rocksdb::FSWritableFile> file_;
  std::atomic<uint64_t> size_;
  std::atomic<uint64_t> synced_;
  std::atomic<bool> closed_ = false;
};

/// A directory that is synced.
class StoppableDirectory final : public rocksdb::FSDirectory {
 public:
  /// `directory` may be null when `files` has stopped.
  StoppableDirectory(StoppableFiles* files, std::unique_ptr<rocksdb::FSDirectory> directory);

  rocksdb::IOStatus Fsync(const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus FsyncWithDirOptions(const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug,
                                        const rocksdb::DirFsyncOptions& how) override;
  rocksdb::IOStatus Close(const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) override;

 private:
  StoppableFiles* const files_;
  const std::unique_ptr<rocksdb::FSDirectory> directory_;
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_FILES_STOPPABLE_ROCKS_STOPPABLE_FILE_H_
