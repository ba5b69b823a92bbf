#include "engine/execute/rows/cached_range.h"

#include <memory>
#include <utility>

#include "absl/hash/hash.h"

namespace muster::execute {

namespace {

struct CachedRange {
  int64_t low = 0;
  int64_t high = 0;
  storage::BitmapPtr rows;
};

}  // namespace

storage::BitmapPtr RowsInCachedRange(const storage::SegmentReader& segment, const storage::ColumnKey& column,
                                     int64_t low, int64_t high, absl::FunctionRef<storage::Bits()> find) {
  const storage::DerivedKey key{storage::DerivedKey::Kind::kRange, column.entity, column.field, column.part,
                                absl::HashOf(low, high)};
  const auto kept = storage::KeptAs<CachedRange>(segment, key);
  if (kept != nullptr && kept->low == low && kept->high == high) return kept->rows;
  if (!SeenBefore(segment, key)) return nullptr;
  auto found = storage::Bitmap::FromBits(find().words());
  found.Optimize();
  auto rows = std::make_shared<const storage::Bitmap>(std::move(found));
  segment.Keep(key, std::make_shared<const CachedRange>(CachedRange{low, high, rows}),
               sizeof(CachedRange) + rows->SizeInBytes());
  return rows;
}

}  // namespace muster::execute
