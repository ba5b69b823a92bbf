// The version that was last acknowledged, noted outside of the database.
#ifndef MUSTER_STORAGE_ROCKS_ROCKS_VERSION_NOTE_H_
#define MUSTER_STORAGE_ROCKS_ROCKS_VERSION_NOTE_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "storage/manifest.h"

namespace rocksdb {
class FileSystem;
class FSRandomRWFile;
}  // namespace rocksdb

namespace muster::storage {

/// A note of the version that a catalogue has reached. RocksDB takes a damaged log for one that a crash cut off, and a
/// truncated manifest for an older one; what it finds is then older than this note.
struct VersionNote {
  CatalogueId catalogue = {};
  uint64_t version = 0;
  friend bool operator==(const VersionNote&, const VersionNote&) = default;
};

/// The file VERSION in a catalogue's directory. It has the note twice, written in turns, so that one is whole whenever
/// the other is being written. Writing it is one system call: after a commit it is not synced, as the commit is, so
/// that a power cut may leave an older note, but never a newer one. Not thread-safe.
class VersionNoteFile {
 public:
  /// Nullopt if there is no file, or none of its notes is intact; `*damaged`, unless null, is set in the latter case.
  /// `path` is the user's name of `directory`.
  static absl::StatusOr<std::optional<VersionNote>> Read(rocksdb::FileSystem& files, const std::string& path,
                                                         const std::string& directory, bool* damaged = nullptr);
  /// Opens the file, which is made where it is missing or damaged, with `note`. Durable on return.
  static absl::StatusOr<std::unique_ptr<VersionNoteFile>> Open(std::shared_ptr<rocksdb::FileSystem> files,
                                                               const std::string& directory, const VersionNote& note);
  ~VersionNoteFile();

  absl::Status Write(const VersionNote& note);
  absl::Status Sync();

 private:
  VersionNoteFile(std::shared_ptr<rocksdb::FileSystem> files, std::string directory);

  const std::shared_ptr<rocksdb::FileSystem> files_;
  const std::string directory_;
  std::unique_ptr<rocksdb::FSRandomRWFile> file_;
  bool second_ = false;
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_ROCKS_ROCKS_VERSION_NOTE_H_
