// SegmentReader over RocksDB.
#ifndef MUSTER_STORAGE_ROCKS_ROCKS_SEGMENT_READER_H_
#define MUSTER_STORAGE_ROCKS_ROCKS_SEGMENT_READER_H_

#include <array>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "containers/hash_table.h"
#include "storage/codec/posting_directory.h"
#include "storage/object_cache.h"
#include "storage/rocks/rocks_db.h"
#include "storage/segment_reader.h"

namespace muster::storage {

/// Held by all readers of one segment, with whatever live bitmap. When nobody holds it and the manifest does not name
/// the segment, the segment can be deleted.
struct SegmentLease {
  uint32_t segment = 0;
};

class RocksSegmentReader final : public SegmentReader {
 public:
  /// `live` may be given if the caller has it; else it is read when first needed, and kept.
  RocksSegmentReader(std::shared_ptr<const RocksDb> db, std::shared_ptr<ObjectCache> cache,
                     std::shared_ptr<const SegmentLease> lease, SegmentInfo info, BitmapPtr live = nullptr)
      : db_(std::move(db)),
        cache_(std::move(cache)),
        lease_(std::move(lease)),
        info_(std::move(info)),
        live_(std::move(live)) {}

  /// Remembers what `previous`, a reader of the same segment at the version before, knows of live values. To be called
  /// before anybody else has this reader.
  void StartFrom(const RocksSegmentReader& previous);

  const std::shared_ptr<const SegmentLease>& lease() const { return lease_; }
  const std::shared_ptr<const RocksDb>& db() const { return db_; }

  const SegmentInfo& info() const override { return info_; }
  absl::StatusOr<BitmapPtr> Posting(const PostingKey& key, uint32_t rows) const override;
  absl::StatusOr<United> Union(const PostingKey& key, std::span<const uint32_t> values, uint32_t rows) const override;
  absl::Status ForEachUnion(const PostingKey& key, absl::FunctionRef<bool(const StoredUnion&)> f) const override;
  absl::StatusOr<BitmapPtr> Live() const override;
  absl::StatusOr<BitmapPtr> LiveRows(uint8_t entity, absl::FunctionRef<absl::StatusOr<Bitmap>()> make) const override;
  absl::StatusOr<std::shared_ptr<const std::vector<uint32_t>>> LiveValues(
      uint8_t kind, uint8_t entity, uint8_t field,
      absl::FunctionRef<absl::StatusOr<std::vector<uint32_t>>(const EarlierValues* earlier)> make) const override;
  absl::StatusOr<ColumnPtr> GetColumn(const ColumnKey& key) const override;
  absl::Status ValuesAt(const ColumnKey& key, std::span<const uint32_t> rows, std::span<int64_t> values) const override;
  absl::StatusOr<std::string> Record(uint32_t row) const override;
  absl::Status ForEachRecord(const std::function<bool(uint32_t row, std::string_view)>& f) const override;
  absl::Status ForEachPosting(int kind, int entity, int field,
                              const std::function<bool(const PostingKey&, const Bitmap&)>& f) const override;
  absl::StatusOr<std::shared_ptr<const std::vector<uint32_t>>> Values(uint8_t kind, uint8_t entity,
                                                                      uint8_t field) const override;
  absl::StatusOr<std::vector<ColumnKey>> ColumnKeys() const override;
  bool CanKeep(uint64_t bytes) const override;
  std::shared_ptr<const void> Kept(const DerivedKey& key) const override;
  void Keep(const DerivedKey& key, std::shared_ptr<const void> object, size_t bytes) const override;

 private:
  using Visit = std::function<absl::StatusOr<bool>(std::string_view key, std::string_view value)>;
  /// Visits the entries whose keys begin with `prefix`, ascending, past the block cache, until `visit` returns false or
  /// an error. The first read takes `read_ahead` bytes more than it needs.
  absl::Status Scan(ColumnFamily family, const std::string& prefix, const Visit& visit, size_t read_ahead = 0) const;
  /// What the entries whose keys begin with `prefix` have in files; at most a megabyte.
  size_t ApproximateBytes(ColumnFamily family, const std::string& prefix) const;
  /// Calls f with each stored chunk of a column and the number of its first row. NotFound if there is no column.
  absl::Status ForEachChunk(const ColumnKey& key, absl::FunctionRef<void(uint64_t first, ColumnChunk chunk)> f) const;
  /// Parses a posting and sees that no row is `rows` or beyond.
  absl::StatusOr<Bitmap> ParsePosting(std::string_view bytes, uint32_t rows) const;
  /// The directory of the postings of this kind, entity and field; empty if there are none. Cached.
  absl::StatusOr<std::shared_ptr<const PostingDirectory>> Directory(const PostingKey& key) const;
  /// The stored union of the postings of these values, if there is one. Each of the values must have a posting.
  absl::StatusOr<std::optional<Bitmap>> FindUnion(const PostingKey& key, std::span<const uint32_t> present,
                                                  uint32_t rows) const;
  /// The union, computed by reading each posting, which is cached.
  absl::StatusOr<Bitmap> UniteFew(const PostingKey& key, std::span<const uint32_t> present, uint32_t rows) const;
  /// The same by reading one page after the other, without making a bitmap of each posting.
  absl::StatusOr<Bitmap> UniteMany(const PostingKey& key, const PostingDirectory& directory,
                                   std::span<const uint32_t> present, uint32_t rows) const;
  absl::Status NoColumn(const ColumnKey& key) const;
  absl::Status Damaged(std::string_view what) const;

  const std::shared_ptr<const RocksDb> db_;
  const std::shared_ptr<ObjectCache> cache_;
  const std::shared_ptr<const SegmentLease> lease_;
  const SegmentInfo info_;
  mutable absl::Mutex mutex_;
  mutable BitmapPtr live_ ABSL_GUARDED_BY(mutex_);                         // null: not read yet
  mutable HashMap<uint8_t, BitmapPtr> live_rows_ ABSL_GUARDED_BY(mutex_);  // by entity
  // By kind, entity and field.
  using ValuesByField = HashMap<std::array<uint8_t, 3>, std::shared_ptr<const std::vector<uint32_t>>>;
  mutable ValuesByField live_values_ ABSL_GUARDED_BY(mutex_);
  // What StartFrom() has found; the values of a version in which all were live are those of the segment.
  bool has_earlier_ = false;
  BitmapPtr earlier_live_;
  ValuesByField earlier_values_;
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_ROCKS_ROCKS_SEGMENT_READER_H_
