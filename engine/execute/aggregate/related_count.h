// Counts of related rows by group: of samples or runs beside the people that are counted.
#ifndef MUSTER_ENGINE_EXECUTE_AGGREGATE_RELATED_COUNT_H_
#define MUSTER_ENGINE_EXECUTE_AGGREGATE_RELATED_COUNT_H_

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/execute/rows/block_ids.h"
#include "engine/execute/rows/child_count.h"
#include "engine/execute/rows/row_hierarchy.h"

namespace muster::execute {

/// Counts rows of one entity in one segment: those below the rows that are added, or those above, each of these once
/// in each group. Not thread-safe.
class RelatedCount {
 public:
  /// For `needed` rows of `space`.
  static absl::StatusOr<RelatedCount> Make(const storage::SegmentReader& segment, model::Entity space,
                                           const bind::Counted& counted, uint64_t needed);
  /// The number of rows below each row, if that is cached; else null.
  const CachedColumn* cached() const { return below_ ? below_->cached() : nullptr; }
  /// Adds what belongs to `rows`, which ascend from call to call, to the counts of their groups and to the total.
  /// `by_group` has a place for each group's number; so has `rows_by_group`, to which the rows themselves are added,
  /// unless it is null.
  void Add(std::span<const uint32_t> rows, const BlockIds& groups, std::vector<int64_t>* by_group, int64_t* total,
           std::vector<int64_t>* rows_by_group);

 private:
  void AddBelow(std::span<const uint32_t> rows, const BlockIds& groups, std::vector<int64_t>* by_group, int64_t* total,
                std::vector<int64_t>* rows_by_group);
  void AddAbove(std::span<const uint32_t> rows, const BlockIds& groups, std::vector<int64_t>* by_group, int64_t* total);

  std::optional<ChildCount> below_;
  std::optional<ParentMap> up_;
  storage::BitmapPtr polar_;  // rows above that count; null for all
  std::vector<uint32_t> above_;
  // The row above that was last seen, in all and in each group: rows in order have rows above in order.
  uint32_t last_ = UINT32_MAX;
  std::vector<uint32_t> last_of_group_;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_AGGREGATE_RELATED_COUNT_H_
