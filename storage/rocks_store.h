// Store over RocksDB.
#ifndef MUSTER_STORAGE_ROCKS_STORE_H_
#define MUSTER_STORAGE_ROCKS_STORE_H_

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "storage/object_cache.h"
#include "storage/rocks_db.h"
#include "storage/rocks_reclaim.h"
#include "storage/rocks_segment_numbers.h"
#include "storage/rocks_segment_reader.h"
#include "storage/store.h"

namespace muster::storage {

class RocksStore final : public Store {
 public:
  /// `db` holds a store of our format. Unless read_only, sweeps leftovers.
  static absl::StatusOr<std::unique_ptr<Store>> Load(std::shared_ptr<RocksDb> db, const StoreOptions& options);
  ~RocksStore() override;

  SnapshotPtr snapshot() const override;
  void ReadAhead(const std::stop_token& stop) const override;
  absl::StatusOr<std::unique_ptr<SegmentWriter>> NewSegment() override;
  absl::Status Apply(Commit commit) override;
  absl::Status PutUnions(uint32_t segment, const PostingKey& key, std::span<const StoredUnion> unions) override;
  absl::Status FlushUnions() override;
  absl::StatusOr<std::optional<Location>> Find(const Snapshot& snapshot, std::string_view dataset,
                                               std::string_view id) const override;
  absl::StatusOr<std::string> DictionaryBlock(uint32_t block) const override;
  absl::StatusOr<std::string> Ontology(std::string_view id, std::string_view version) const override;
  uint64_t DiskBytes() const override;

 private:
  using ReaderPtr = std::shared_ptr<const RocksSegmentReader>;

  RocksStore(std::shared_ptr<RocksDb> db, const StoreOptions& options);
  /// FailedPrecondition when opened read-only.
  absl::Status Writable() const;
  absl::StatusOr<std::map<std::string, std::string>> ReadDocuments() const;
  /// Apply without what can wait.
  absl::Status ApplyNow(Commit commit);
  /// A reader of `info`, sharing the lease of `previous` where that reads the same segment.
  ReaderPtr MakeReader(SegmentInfo info, const ReaderPtr& previous, BitmapPtr live) const;

  const std::shared_ptr<RocksDb> db_;
  const std::shared_ptr<ObjectCache> cache_;
  const bool read_only_;

  mutable absl::Mutex snapshot_mutex_;
  SnapshotPtr snapshot_ ABSL_GUARDED_BY(snapshot_mutex_);

  std::shared_ptr<SegmentNumbers> numbers_;  // null when read-only
  Reclaimer reclaimer_;                      // of the writing thread
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_ROCKS_STORE_H_
