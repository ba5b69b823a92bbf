#include "engine/execute/filter/range_rows.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "engine/execute/rows/cached_range.h"
#include "engine/execute/rows/selectivity.h"
#include "engine/model/schema/entity_number.h"
#include "storage/codec/column_sketch.h"

namespace muster::execute {

using plan::Node;

namespace {

// Columns of values of fewer bytes are as fast as their sketch would be.
constexpr uint8_t kLeastSketchedWidth = 4;

struct Test {
  storage::ColumnPtr column;
  storage::ColumnKey key;
  int64_t low = 0;
  int64_t high = 0;
};

// Nothing where no row has a value.
absl::StatusOr<std::optional<Test>> TestOf(const storage::SegmentReader& segment, const Node& node) {
  const auto entity = model::EntityNumber(node.entity);
  auto part = static_cast<uint8_t>(node.part);
  auto column = segment.GetColumn({entity, node.field, part});
  if (absl::IsNotFound(column.status()) && (node.part == model::kAgeHigh || node.part == model::kDateHigh)) {
    // Bounds that never differ are stored once.
    column = segment.GetColumn({entity, node.field, --part});
  }
  if (absl::IsNotFound(column.status())) return std::nullopt;
  if (!column.ok()) return column.status();
  return Test{*std::move(column), {entity, node.field, part}, node.low, node.high};
}

// The sketch of a column, or null where looking at the values is as fast, or would be if asked of only once.
std::shared_ptr<const storage::ColumnSketch> SketchOf(const storage::SegmentReader& segment, const Test& test) {
  if (test.column->width() < kLeastSketchedWidth) return nullptr;
  const storage::DerivedKey key{storage::DerivedKey::Kind::kSketch, test.key.entity, test.key.field, test.key.part, 0};
  if (auto kept = storage::KeptAs<storage::ColumnSketch>(segment, key)) return kept;
  if (!SeenBefore(segment, key)) return nullptr;
  auto sketch = std::make_shared<const storage::ColumnSketch>(*test.column);
  segment.Keep(key, sketch, sketch->SizeInBytes());
  return sketch;
}

RowSet Passing(const storage::SegmentReader& segment, const Test& test, const RowSet* candidates, RangeWork* work) {
  const uint32_t size = segment.rows(test.key.entity);
  const auto sketch = SketchOf(segment, test);
  if (candidates == nullptr || !IsSparse(candidates->Cardinality(), kDenseForCachedRange, size)) {
    auto kept = RowsInCachedRange(segment, test.key, test.low, test.high, [&] {
      work->values += size;
      return sketch == nullptr ? test.column->FindRange(test.low, test.high)
                               : sketch->FindRange(*test.column, test.low, test.high);
    });
    if (kept != nullptr) {
      ++work->bitmaps;
      return RowSet::Within(RowSet(std::move(kept)), candidates);
    }
  }
  const uint64_t dense = sketch == nullptr ? kDenseForColumn : kDenseForSketch;
  if (candidates != nullptr && IsSparse(candidates->Cardinality(), dense, size)) {
    std::vector<uint32_t> rows = candidates->ToVector();
    work->values += rows.size();
    return RowSet(test.column->Filter(std::move(rows), test.low, test.high));
  }
  work->values += size;
  if (sketch == nullptr) return RowSet::Within(RowSet(test.column->FindRange(test.low, test.high)), candidates);
  if (candidates == nullptr) return RowSet(sketch->FindRange(*test.column, test.low, test.high));
  if (candidates->is_bits()) {
    return RowSet(sketch->FindRange(*test.column, test.low, test.high, &candidates->bits()));
  }
  const storage::Bits among = candidates->ToBits(size);
  return RowSet(sketch->FindRange(*test.column, test.low, test.high, &among));
}

}  // namespace

absl::StatusOr<RowSet> RowsInRanges(const storage::SegmentReader& segment, std::span<const Node* const> nodes,
                                    const RowSet* candidates, RangeWork* work) {
  // "At least 18 years and below 60" is one range where the age is one number.
  std::vector<Test> tests;
  for (const Node* node : nodes) {
    auto test = TestOf(segment, *node);
    if (!test.ok()) return test.status();
    if (!*test) return RowSet();
    const auto same = std::find_if(tests.begin(), tests.end(), [&](const Test& t) { return t.key == (*test)->key; });
    if (same == tests.end()) {
      tests.push_back(**std::move(test));
    } else {
      same->low = std::max(same->low, (*test)->low);
      same->high = std::min(same->high, (*test)->high);
    }
  }
  std::optional<RowSet> rows;
  for (const Test& test : tests) {
    if (rows && rows->Empty()) break;
    rows = Passing(segment, test, rows ? &*rows : candidates, work);
  }
  return *std::move(rows);
}

}  // namespace muster::execute
