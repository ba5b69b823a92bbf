// Counting by dimensions.
#ifndef MUSTER_ENGINE_EXECUTE_GROUP_H_
#define MUSTER_ENGINE_EXECUTE_GROUP_H_

#include <cstdint>
#include <limits>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/inlined_vector.h"
#include "absl/status/status.h"
#include "engine/bind/bound.h"
#include "engine/execute/segment_executor.h"
#include "storage/bitmap.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// The value of one dimension: a symbol, or the number of a band.
using GroupValue = int64_t;
inline constexpr GroupValue kMissingValue = std::numeric_limits<int64_t>::max();
/// The value's bounds lie in different bands.
inline constexpr GroupValue kUncertainValue = std::numeric_limits<int64_t>::max() - 1;

using GroupKey = absl::InlinedVector<GroupValue, 4>;

struct Group {
  /// One count per counted entity.
  absl::InlinedVector<int64_t, 3> counts;
  /// For entities above the first: the last row counted, so that each counts once.
  absl::InlinedVector<uint32_t, 3> last_above;
  uint32_t segment = 0;
};

/// Counts the rows of the first entity of a query by its dimensions, segment after segment. Not thread-safe.
class Grouper {
 public:
  Grouper(const bind::Query& query, size_t max_groups) : query_(query), max_groups_(max_groups) {
    value_counts_.resize(query.by.size());
  }

  /// Adds live `rows` of `segment`. ResourceExhausted when there would be more than `max_groups`.
  absl::Status Add(const storage::SegmentReader& segment, const storage::Bitmap& rows);

  const absl::flat_hash_map<GroupKey, Group>& groups() const { return groups_; }
  /// For dimension `d`: how many rows of the first entity have each value. Filled in for dimensions with a `top`.
  const absl::flat_hash_map<GroupValue, int64_t>& value_counts(size_t d) const { return value_counts_[d]; }

 private:
  Group& GroupOf(const GroupKey& key, uint32_t segment);
  void CountValues(const std::vector<GroupKey>& keys);

  const bind::Query& query_;
  const size_t max_groups_;
  absl::flat_hash_map<GroupKey, Group> groups_;
  std::vector<absl::flat_hash_map<GroupValue, int64_t>> value_counts_;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_GROUP_H_
