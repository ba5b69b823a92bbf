// Counting by dimensions.
#ifndef MUSTER_ENGINE_EXECUTE_GROUP_H_
#define MUSTER_ENGINE_EXECUTE_GROUP_H_

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "absl/status/status.h"
#include "engine/bind/bound.h"
#include "engine/execute/dimension_bundle.h"
#include "engine/execute/numbering.h"
#include "engine/execute/related_count.h"
#include "engine/execute/row_numbers.h"
#include "engine/execute/tuple_numbering.h"
#include "storage/bitmap.h"
#include "storage/segment_reader.h"

namespace muster::execute {

using GroupKey = absl::InlinedVector<GroupValue, 4>;
using GroupCounts = absl::InlinedVector<int64_t, 3>;  // one for each counted entity
/// A combination of values, and what was counted of it.
using Group = std::pair<GroupKey, GroupCounts>;

/// Values of a dimension that are wanted.
struct KeptValues {
  size_t dimension = 0;
  std::vector<GroupValue> values;
};

/// Counts the rows of the first entity of a query by its dimensions, segment after segment. Not thread-safe.
///
/// Rows go through it in blocks, a step for all rows of a block at a time: what each row has of each dimension, as
/// small numbers that are the same in all segments; the number of their combination, which is the group; and then
/// counts, which are arrays by the group's number.
class Grouper {
 public:
  Grouper(const bind::Query& query, size_t max_groups);

  /// Adds live `rows` of `segment`. ResourceExhausted when there would be more than `max_groups`.
  absl::Status Add(const storage::SegmentReader& segment, const storage::Bitmap& rows);

  /// How many groups have rows.
  size_t size() const;
  /// The groups that have rows, in no order; those alone that have one of `kept` values of each.
  std::vector<Group> Groups(const std::vector<KeptValues>& kept = {}) const;
  /// For dimension `d`, which has a `top`: how many rows of the first entity have each value. Values that none has may
  /// be among them.
  std::vector<std::pair<GroupValue, int64_t>> ValueCounts(size_t d) const;
  /// What was counted in all groups together, rows that are in several once: for each counted entity.
  const std::vector<int64_t>& totals() const { return totals_; }

 private:
  void AddBlock(std::span<const uint32_t> rows, std::vector<DimensionBundle>& bundles,
                std::vector<RelatedCount>& related);
  void CountValues(size_t bundle);
  /// Makes room for every group that has a number.
  void Grow();
  bool TooMany() const;

  const bind::Query& query_;
  const size_t max_groups_;
  std::vector<ValueNumbering> values_;        // by dimension
  std::vector<BundleNumbering> bundles_;      // their combinations
  TupleNumbering groups_;                     // the combinations of these
  std::vector<std::vector<int64_t>> counts_;  // by counted entity, then group
  std::vector<int64_t> totals_;
  std::vector<std::vector<int64_t>> value_counts_;  // by dimension, then value
  // Scratch.
  std::vector<RowNumbers> of_bundles_;
  RowNumbers of_groups_;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_GROUP_H_
