// Counts by dimensions (group-by).
#ifndef MUSTER_ENGINE_EXECUTE_AGGREGATE_GROUP_H_
#define MUSTER_ENGINE_EXECUTE_AGGREGATE_GROUP_H_

#include <cstdint>
#include <span>
#include <vector>

#include "absl/status/status.h"
#include "allowance/allowance.h"
#include "engine/bind/bound/bound.h"
#include "engine/execute/aggregate/dense_group_counter.h"
#include "engine/execute/aggregate/dimension_bundle.h"
#include "engine/execute/aggregate/related_count.h"
#include "engine/execute/aggregate/tuple_ids.h"
#include "engine/execute/rows/block_ids.h"
#include "engine/execute/rows/row_set.h"
#include "engine/execute/rows/value_ids.h"
#include "engine/execute/sets/segment_sets.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// The groups that have rows, in no particular order.
struct Groups {
  size_t size() const { return value_ids.size() / dimensions; }
  std::span<const uint32_t> ValueIdsOf(size_t group) const { return {&value_ids[group * dimensions], dimensions}; }
  std::span<const int64_t> CountsOf(size_t group) const { return {&counts[group * counted], counted}; }

  size_t dimensions = 0;
  size_t counted = 0;
  std::vector<uint32_t> value_ids;  ///< of each group, one for each dimension: Grouper::ValueOf() says of what
  std::vector<int64_t> counts;      ///< of each group, one for each counted entity
  std::vector<uint32_t> group_ids;  ///< of each group, its id in the grouper
};

/// Filters groups by the values of one dimension.
struct GroupFilter {
  size_t dimension = 0;
  std::vector<uint32_t> value_ids;
};

/// Counts the rows of the first entity of a query by its dimensions, segment after segment. Not thread-safe.
///
/// Rows come in blocks. For each block, each dimension gives value ids, which are the same in all segments; the tuple
/// of them gives the group id; counters are arrays by group id. Where the value ids of all rows of a segment are
/// cached, DenseGroupCounter counts them, and only the groups that it found get ids here.
class Grouper {
 public:
  Grouper(const bind::Query& query, size_t max_groups);

  /// Counts live `rows` of `segment`, and adds to `sets` (of that segment; may be null) the people behind each group.
  /// With sets, other entities than the first are counted by these alone. ResourceExhausted when there would be more
  /// than `max_groups`.
  absl::Status Add(const storage::SegmentReader& segment, const RowSet& rows, SegmentSets* sets = nullptr);

  /// Adds the counts of `other`, which counted for the same query. Returns a map of group ids: from those of `other`
  /// to those of this; kNoGroup for groups without rows.
  std::vector<uint32_t> Merge(const Grouper& other);
  static constexpr uint32_t kNoGroup = UINT32_MAX;

  /// How many groups have rows.
  size_t size() const;
  /// Whether size() is above `most`; cheaper where it is not.
  bool MoreThan(size_t most) const { return counts_[0].size() > most && size() > most; }
  /// The groups whose value is among those of each entry of `kept`; all where `kept` is empty.
  Groups GroupsWith(const std::vector<GroupFilter>& kept = {}) const;
  /// The upper bound of the value ids of dimension `d`. Some ids may have no row.
  size_t values(size_t d) const { return values_[d].size(); }
  GroupValue ValueOf(size_t d, uint32_t id) const { return values_[d].ValueOf(id); }
  /// For dimension `d`, which has a `top`: how many rows of the first entity have each value, by value id. Ids beyond
  /// the end have no rows.
  std::span<const int64_t> ValueCounts(size_t d) const { return one_dimension() ? counts_[0] : value_counts_[d]; }
  /// For each counted entity, the count over all groups; a row that is in several groups counts once.
  const std::vector<int64_t>& totals() const { return totals_; }

 private:
  void AddBlock(std::span<const uint32_t> rows, std::vector<DimensionBundle>& bundles,
                std::vector<RelatedCount>& related, SegmentSets* sets);
  void CountValues(size_t bundle);
  /// Adds the counts of one segment, which was counted with these bundles.
  void AddDense(const DenseGroupCounter& dense, std::vector<DimensionBundle>& bundles);
  /// Makes room for every group that has an id.
  void Grow();
  /// Charges the memory of the groups to the allowance. False where that is too much, or the query is stopped.
  bool MayGrow();
  bool one_dimension() const { return query_.by.size() == 1; }  // a group's id is that of its value

  const bind::Query& query_;
  const size_t max_groups_;
  std::vector<ValueIds> values_;              // by dimension
  std::vector<BundleIds> bundles_;            // their combinations
  TupleIds groups_;                           // the combinations of these
  std::vector<std::vector<int64_t>> counts_;  // by counted entity, then group
  std::vector<int64_t> totals_;
  std::vector<std::vector<int64_t>> value_counts_;  // by dimension, then value; of several dimensions
  // Scratch.
  std::vector<BlockIds> of_bundles_;
  BlockIds of_groups_;
  MemoryCharge charge_;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_AGGREGATE_GROUP_H_
