// Store over RocksDB.
#ifndef MUSTER_STORAGE_ROCKS_ROCKS_STORE_H_
#define MUSTER_STORAGE_ROCKS_ROCKS_STORE_H_

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "storage/files/folder_id.h"
#include "storage/object_cache.h"
#include "storage/pinned_version.h"
#include "storage/rocks/rocks_db.h"
#include "storage/rocks/rocks_reclaim.h"
#include "storage/rocks/rocks_segment_numbers.h"
#include "storage/rocks/rocks_segment_reader.h"
#include "storage/rocks/rocks_version_note.h"
#include "storage/store.h"

namespace muster::storage {

class RocksStore final : public Store {
 public:
  /// `db` holds a store of our format, and `note` is what stood beside it before it was opened. Unless read_only,
  /// sweeps leftovers. DataLoss where the store is older than the note.
  static absl::StatusOr<std::unique_ptr<Store>> Load(std::shared_ptr<RocksDb> db, const StoreOptions& options,
                                                     const std::optional<VersionNote>& note);
  /// DataLoss unless `db` has a manifest that is whole and agrees with `note`.
  static absl::StatusOr<Manifest> ReadManifest(const RocksDb& db, const std::optional<VersionNote>& note);
  ~RocksStore() override;

  const std::string& path() const override { return directory_; }
  absl::Status InPlace() const override;
  SnapshotPtr snapshot() const override;
  absl::StatusOr<bool> Refresh() override;
  absl::StatusOr<SnapshotPtr> PinnedSnapshot(const Snapshot& of) const override;
  absl::Status Writable() const override { return db()->Writable(); }
  void ReadAhead(const std::stop_token& stop) const override;
  absl::Status MakeWritable() override;
  absl::StatusOr<std::unique_ptr<SegmentWriter>> NewSegment() override;
  using Store::Apply;
  absl::Status Apply(Commit commit, BeforeCommit before) override;
  absl::Status PutUnions(uint32_t segment, const PostingKey& key, std::span<const StoredUnion> unions) override;
  absl::Status FlushUnions() override;
  absl::Status Purge() override;
  absl::Status RemoveOldFiles() override;
  absl::Status PutLateColumn(uint32_t segment, const ColumnKey& key, std::span<const int64_t> values) override;
  absl::StatusOr<std::optional<Location>> Find(const Snapshot& snapshot, std::string_view dataset,
                                               std::string_view id) const override;
  absl::StatusOr<std::string> DictionaryBlock(uint32_t block) const override;
  absl::StatusOr<std::string> Ontology(std::string_view id, std::string_view version) const override;
  absl::Status VerifyFiles(absl::FunctionRef<void(std::string_view problem)> f) const override;
  absl::Status VerifyNotes(absl::FunctionRef<void(std::string_view problem)> f) const override;
  uint64_t DiskBytes() const override;
  CacheUse cache_use() const override { return cache_->use(); }
  absl::StatusOr<std::unique_ptr<StoredParts>> Stored() const override;

 private:
  using ReaderPtr = std::shared_ptr<const RocksSegmentReader>;

  RocksStore(std::shared_ptr<RocksDb> db, const StoreOptions& options);
  /// The present database; another one after a failure.
  std::shared_ptr<RocksDb> db() const;
  /// The snapshot of `manifest` that Refresh() shows next. FailedPrecondition where it does not follow from `present`.
  absl::StatusOr<SnapshotPtr> NextSnapshot(std::shared_ptr<RocksDb> db, Manifest manifest, const Snapshot& present);
  /// What `db` holds becomes the store's content. Unless read_only, sweeps leftovers first.
  absl::Status Adopt(std::shared_ptr<RocksDb> db, Manifest manifest);
  static absl::StatusOr<std::map<std::string, std::string>> ReadDocuments(const RocksDb& db);
  /// Abandons the database and opens it again.
  absl::Status Reopen();
  /// Notes the version of `manifest`, which is durable.
  void Note(const Manifest& manifest);
  /// Apply without what can wait.
  absl::Status ApplyNow(Commit commit, BeforeCommit before);
  /// The readers of a snapshot, by segment.
  using Readers = std::map<uint32_t, ReaderPtr>;
  static Readers ReadersOf(const Snapshot& snapshot);
  /// The segments of `manifest`: those of `before`, but new ones and those whose `live` rows are others.
  std::vector<SegmentReaderPtr> SegmentsAfter(const Manifest& manifest, const Readers& before,
                                              const std::map<uint32_t, BitmapPtr>& live,
                                              const std::shared_ptr<const RocksDb>& db) const;
  /// Hands what a commit has replaced to the reclaimer, but what a pinned version needs.
  void Reclaim(const Commit& commit, const std::map<uint32_t, BitmapPtr>& live, const Readers& readers,
               const Pinned& pinned);
  /// Of the commit that led to `next`, whose write failed with `error`: what came of it.
  absl::Status Outcome(const Manifest& next, const absl::Status& error);
  /// A reader of `info`, sharing the lease of `previous` where that reads the same segment.
  ReaderPtr MakeReader(std::shared_ptr<const RocksDb> db, SegmentInfo info, const ReaderPtr& previous,
                       BitmapPtr live) const;

  const std::string path_;  // what the user calls the directory
  const std::string directory_;
  const std::shared_ptr<ObjectCache> cache_;
  const bool read_only_;
  const std::shared_ptr<rocksdb::FileSystem> file_system_;
  const FolderId folder_;  // at the opening

  mutable absl::Mutex snapshot_mutex_;
  std::shared_ptr<RocksDb> db_ ABSL_GUARDED_BY(snapshot_mutex_);
  SnapshotPtr snapshot_ ABSL_GUARDED_BY(snapshot_mutex_);

  // Of the writing thread.
  std::shared_ptr<SegmentNumbers> numbers_;  // null when read-only
  std::optional<Reclaimer> reclaimer_;
  std::vector<std::string> old_files_;     // those before the last Purge
  std::unique_ptr<VersionNoteFile> note_;  // null when read-only, or while it cannot be written
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_ROCKS_ROCKS_STORE_H_
