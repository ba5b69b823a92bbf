// The files that a reader opens: those of a database at one instant.
#ifndef MUSTER_STORAGE_FILES_ROCKS_FROZEN_FILES_H_
#define MUSTER_STORAGE_FILES_ROCKS_FROZEN_FILES_H_

#include <rocksdb/file_system.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace muster::storage {

/// A file system in which the folder of one database does not change, while a writer in another process goes on. Every
/// file that the database needs is opened at the beginning, so that it can be read after the writer has removed it; the
/// manifest and the logs, which grow, end where they ended at that instant. This gives RocksDB's read-only database
/// what it requires: a folder that does not change (facebook/rocksdb#9967). Nothing is written, so neither a lock nor
/// write permission is needed. See decision 0015. Other folders are those of the base file system.
class FrozenFiles final : public rocksdb::FileSystemWrapper {
 public:
  /// `path` is what the user calls `directory`. ResourceExhausted: too many files are open. Unavailable: a writer
  /// changed the database again and again, each time while it was looked at.
  static absl::StatusOr<std::shared_ptr<FrozenFiles>> Take(const std::shared_ptr<rocksdb::FileSystem>& base,
                                                           const std::string& path, const std::string& directory);

  const char* Name() const override { return "muster.FrozenFiles"; }
  rocksdb::IOStatus NewSequentialFile(const std::string& name, const rocksdb::FileOptions& options,
                                      std::unique_ptr<rocksdb::FSSequentialFile>* result,
                                      rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus NewRandomAccessFile(const std::string& name, const rocksdb::FileOptions& options,
                                        std::unique_ptr<rocksdb::FSRandomAccessFile>* result,
                                        rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus FileExists(const std::string& name, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus GetChildren(const std::string& directory, const rocksdb::IOOptions& options,
                                std::vector<std::string>* result, rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus GetChildrenFileAttributes(const std::string& directory, const rocksdb::IOOptions& options,
                                              std::vector<rocksdb::FileAttributes>* result,
                                              rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus GetFileSize(const std::string& name, const rocksdb::IOOptions& options, uint64_t* size,
                                rocksdb::IODebugContext* debug) override;
  // Nothing is ever written through it.
  rocksdb::IOStatus NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* result,
                                    rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus DeleteFile(const std::string& name, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus RenameFile(const std::string& from, const std::string& to, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override;

 private:
  struct File {
    std::shared_ptr<rocksdb::FSRandomAccessFile> file;
    uint64_t size = 0;
  };

  FrozenFiles(const std::shared_ptr<rocksdb::FileSystem>& base, std::string directory);
  /// One attempt. False: the database changed meanwhile. Files that were opened are kept for the next attempt.
  rocksdb::IOStatus TryTake(bool* unchanged);
  /// Opens `name` unless it is open, and gets its current size. If the file does not exist, closes it.
  rocksdb::IOStatus Hold(const std::string& name);
  /// The file of this name, or null, in the folder.
  const File* Find(std::string_view path) const;
  bool IsInFolder(std::string_view path) const;

  const std::string directory_;
  std::string current_;  // what CURRENT says
  std::map<std::string, File, std::less<>> files_;
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_FILES_ROCKS_FROZEN_FILES_H_
