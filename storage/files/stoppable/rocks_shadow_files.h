// The files of a database after its file system was stopped: as the database sees them, not as they are on disk.
#ifndef MUSTER_STORAGE_FILES_STOPPABLE_ROCKS_SHADOW_FILES_H_
#define MUSTER_STORAGE_FILES_STOPPABLE_ROCKS_SHADOW_FILES_H_

#include <rocksdb/file_system.h>

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>

namespace muster::storage {

/// An overlay in memory over the files on disk: writes and removals change only the overlay. It holds at most 32 MiB,
/// enough for the database to finish what it is doing; a file that would exceed that is lost, and cannot be read. Not
/// thread-safe.
class ShadowFiles {
 public:
  static constexpr uint64_t kMaxBytes = uint64_t{32} << 20;

  /// `disk` must outlive this; it is only read.
  explicit ShadowFiles(rocksdb::FileSystem* disk, uint64_t max_bytes = kMaxBytes)
      : disk_(disk), max_bytes_(max_bytes) {}

  /// An empty file, whatever was there before.
  void Create(const std::string& path);
  /// Takes the file into the overlay as it is on disk; empty if it does not exist. Does nothing if it is there already.
  void Keep(const std::string& path);
  /// Appends to the file, which is then in the overlay.
  void Append(const std::string& path, const rocksdb::Slice& data);
  void Remove(const std::string& path);
  void Rename(const std::string& from, const std::string& to);

  /// Whether the file is in the overlay.
  bool IsKept(const std::string& path) const { return bytes_.contains(path); }
  /// The bytes of a file in the overlay. Null: it is lost, or not in the overlay.
  const std::string* Find(const std::string& path) const;
  /// Whether the file was removed in the overlay, though it may be on disk.
  bool IsRemoved(const std::string& path) const { return removed_.contains(path) && !IsKept(path); }

 private:
  std::string* Begin(const std::string& path);

  rocksdb::FileSystem* const disk_;
  const uint64_t max_bytes_;
  std::map<std::string, std::unique_ptr<std::string>> bytes_;  // null where they were too many
  uint64_t total_ = 0;                                         // of bytes_
  std::set<std::string> removed_;
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_FILES_STOPPABLE_ROCKS_SHADOW_FILES_H_
