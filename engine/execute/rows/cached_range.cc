#include "engine/execute/rows/cached_range.h"

#include <memory>
#include <utility>

#include "absl/hash/hash.h"

namespace muster::execute {

namespace {

struct CachedRange {
  int64_t low = 0;
  int64_t high = 0;
  storage::BitmapPtr rows;  // null: a mark that they were asked for
};

// Added to the part of a mark.
constexpr uint32_t kMark = 256;

}  // namespace

storage::BitmapPtr RowsInCachedRange(const storage::SegmentReader& segment, const storage::ColumnKey& column,
                                     int64_t low, int64_t high, absl::FunctionRef<storage::Bits()> find) {
  storage::DerivedKey key{storage::DerivedKey::Kind::kRange, column.entity, column.field, column.part,
                          absl::HashOf(low, high)};
  const auto kept_under = [&]() -> std::shared_ptr<const CachedRange> {
    auto kept = std::static_pointer_cast<const CachedRange>(segment.Kept(key));
    return kept != nullptr && kept->low == low && kept->high == high ? kept : nullptr;
  };
  if (const auto kept = kept_under()) return kept->rows;
  key.value += kMark;
  if (kept_under() == nullptr) {
    segment.Keep(key, std::make_shared<const CachedRange>(CachedRange{low, high, nullptr}), sizeof(CachedRange));
    return nullptr;
  }
  key.value -= kMark;
  auto found = storage::Bitmap::FromBits(find().words());
  found.Optimize();
  auto rows = std::make_shared<const storage::Bitmap>(std::move(found));
  segment.Keep(key, std::make_shared<const CachedRange>(CachedRange{low, high, rows}),
               sizeof(CachedRange) + rows->SizeInBytes());
  return rows;
}

}  // namespace muster::execute
