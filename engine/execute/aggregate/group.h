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

/// Groups that have rows, in no order.
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

/// Values of a dimension that are wanted, each once.
struct KeptValues {
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

  /// Adds live `rows` of `segment`, and to `sets` of that segment, unless it is null, who stands behind each group.
  /// ResourceExhausted when there would be more than `max_groups`.
  absl::Status Add(const storage::SegmentReader& segment, const RowSet& rows, SegmentSets* sets = nullptr);

  /// Adds what another has counted for the same query. Returns, by group there, its id here; kNoGroup for those
  /// that have no rows.
  std::vector<uint32_t> Merge(const Grouper& other);
  static constexpr uint32_t kNoGroup = UINT32_MAX;

  /// How many groups have rows.
  size_t size() const;
  /// Whether there are more than that.
  bool MoreThan(size_t most) const { return counts_[0].size() > most && size() > most; }
  /// Those alone that have one of `kept` values of each.
  Groups GroupsWith(const std::vector<KeptValues>& kept = {}) const;
  /// The ids of dimension `d`'s values are below `values(d)`; not each needs to be that of a row.
  size_t values(size_t d) const { return values_[d].size(); }
  GroupValue ValueOf(size_t d, uint32_t id) const { return values_[d].ValueOf(id); }
  /// For dimension `d`, which has a `top`: how many rows of the first entity have each value, by its id. What lies
  /// behind the end has none.
  std::span<const int64_t> ValueCounts(size_t d) const { return one_dimension() ? counts_[0] : value_counts_[d]; }
  /// What was counted in all groups together, rows that are in several once: for each counted entity.
  const std::vector<int64_t>& totals() const { return totals_; }

 private:
  void AddBlock(std::span<const uint32_t> rows, std::vector<DimensionBundle>& bundles,
                std::vector<RelatedCount>& related, SegmentSets* sets);
  void CountValues(size_t bundle);
  /// Adds what was counted of a segment with such bundles.
  void Take(const DenseGroupCounter& tally, std::vector<DimensionBundle>& bundles);
  /// Makes room for every group that has an id.
  void Grow();
  /// Charges what the groups take. False where that is too much, or the query is to end.
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
