// Reading one immutable segment.
#ifndef MUSTER_STORAGE_SEGMENT_READER_H_
#define MUSTER_STORAGE_SEGMENT_READER_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "storage/bits/bitmap.h"
#include "storage/codec/column.h"
#include "storage/codec/stored_union.h"
#include "storage/derived_key.h"
#include "storage/keys.h"
#include "storage/manifest.h"

namespace muster::storage {

struct United {
  Bitmap rows;
  size_t postings = 0;  ///< bitmaps that were united: one where the union is stored
};

/// One segment as seen by one snapshot. Thread-safe. Decoded bitmaps and columns are shared through the store's bounded
/// cache; returned objects stay valid as long as they are held. Every method returns DataLoss if what it reads is
/// damaged.
class SegmentReader {
 public:
  virtual ~SegmentReader() = default;

  virtual const SegmentInfo& info() const = 0;
  uint32_t rows(uint8_t entity) const { return entity < info().rows.size() ? info().rows[entity] : 0; }

  /// The bitmap under `key`; empty if there is none. `rows`: the number of rows of its entity, which only the caller
  /// knows. DataLoss if the bitmap contains greater rows.
  virtual absl::StatusOr<BitmapPtr> Posting(const PostingKey& key, uint32_t rows) const = 0;
  /// The rows that have one of `values` (ascending): the union of the postings under `key`, whose own value is not
  /// used. Reads a stored union (Store::PutUnions) if there is one; many postings are read without caching each.
  /// DataLoss if a posting contains rows greater than or equal to `rows`.
  virtual absl::StatusOr<United> Union(const PostingKey& key, std::span<const uint32_t> values,
                                       uint32_t rows) const = 0;
  /// Calls f for every stored union under the kind, entity and field, until it returns false. Bypasses the cache.
  virtual absl::Status ForEachUnion(const PostingKey& key, absl::FunctionRef<bool(const StoredUnion&)> f) const = 0;
  /// Live individuals, or null when all are.
  virtual absl::StatusOr<BitmapPtr> Live() const = 0;
  /// The rows of another entity that belong to live individuals: computed by `make` on the first call, and cached in
  /// this reader.
  virtual absl::StatusOr<BitmapPtr> LiveRows(uint8_t entity,
                                             absl::FunctionRef<absl::StatusOr<Bitmap>()> make) const = 0;
  /// What was known of an earlier version: its live individuals, null where all were, and the values they had.
  struct EarlierValues {
    BitmapPtr live;
    std::shared_ptr<const std::vector<uint32_t>> values;
  };
  /// The values of this kind, entity and field that rows of live individuals have, ascending: Values() if every
  /// individual is live; else computed by `make` on the first call, and cached in this reader. `earlier` is the result
  /// of the previous version's reader, or null if it was not asked.
  virtual absl::StatusOr<std::shared_ptr<const std::vector<uint32_t>>> LiveValues(
      uint8_t kind, uint8_t entity, uint8_t field,
      absl::FunctionRef<absl::StatusOr<std::vector<uint32_t>>(const EarlierValues* earlier)> make) const = 0;
  /// A column, with one value per row of the entity. NotFound if the segment has no such column.
  virtual absl::StatusOr<ColumnPtr> GetColumn(const ColumnKey& key) const = 0;
  /// The same; null if the segment has no such column.
  absl::StatusOr<ColumnPtr> FindColumn(const ColumnKey& key) const {
    absl::StatusOr<ColumnPtr> column = GetColumn(key);
    return absl::IsNotFound(column.status()) ? ColumnPtr() : std::move(column);
  }
  /// Sets values[i] to the column's value at rows[i]; `rows` ascend and may repeat. If they are few and the column was
  /// not used before, only they are decoded, and the column is not cached.
  virtual absl::Status ValuesAt(const ColumnKey& key, std::span<const uint32_t> rows,
                                std::span<int64_t> values) const = 0;
  /// The stored record of individual `row`.
  virtual absl::StatusOr<std::string> Record(uint32_t row) const = 0;

  /// Calls f for every record, in row order, until it returns false. The view is valid during the call. DataLoss when a
  /// record is missing.
  virtual absl::Status ForEachRecord(const std::function<bool(uint32_t row, std::string_view)>& f) const = 0;
  /// Calls f for every posting whose key has the kind, entity and field given (all postings with kind < 0), in
  /// key order, until it returns false. Bypasses the cache.
  virtual absl::Status ForEachPosting(int kind, int entity, int field,
                                      const std::function<bool(const PostingKey&, const Bitmap&)>& f) const = 0;
  /// The values that have a posting under the kind, entity and field, ascending: what values there are is known
  /// without reading postings. Cached.
  virtual absl::StatusOr<std::shared_ptr<const std::vector<uint32_t>>> Values(uint8_t kind, uint8_t entity,
                                                                              uint8_t field) const = 0;
  /// The keys of all columns.
  virtual absl::StatusOr<std::vector<ColumnKey>> ColumnKeys() const = 0;

  /// Whether an object of about `bytes` can be cached. If not, it is better not to compute it.
  virtual bool CanKeep(uint64_t bytes) const = 0;
  /// What was derived from the segment and cached; null when it was not, or was evicted.
  virtual std::shared_ptr<const void> Kept(const DerivedKey& key) const = 0;
  /// Keeps `object` of about `bytes` in the cache of bitmaps and columns as long as it has room, for all snapshots:
  /// nothing may be made from which rows are live.
  virtual void Keep(const DerivedKey& key, std::shared_ptr<const void> object, size_t bytes) const = 0;
};

using SegmentReaderPtr = std::shared_ptr<const SegmentReader>;

/// What was derived and cached under `key`, of whose kind T is the type; or null.
template <typename T>
std::shared_ptr<const T> KeptAs(const SegmentReader& segment, const DerivedKey& key) {
  return std::static_pointer_cast<const T>(segment.Kept(key));
}

/// Cache admission by use: false on the first use of what `key` names, and after its mark was evicted. What costs more
/// to build than one query gains by it is built on the second use. Two keys of one hash share a mark.
bool SeenBefore(const SegmentReader& segment, const DerivedKey& key);

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_SEGMENT_READER_H_
