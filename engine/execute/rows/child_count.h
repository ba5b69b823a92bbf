// The number of descendant rows of each row; of measurements, each panel counts once.
#ifndef MUSTER_ENGINE_EXECUTE_ROWS_CHILD_COUNT_H_
#define MUSTER_ENGINE_EXECUTE_ROWS_CHILD_COUNT_H_

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/execute/rows/ascending_probe.h"
#include "engine/execute/rows/cached_column.h"
#include "engine/execute/rows/row_hierarchy.h"

namespace muster::execute {

/// Counts descendant rows in one segment. Not thread-safe.
class ChildCount {
 public:
  /// `needed`: about how many parents are needed.
  static absl::StatusOr<ChildCount> Make(const storage::SegmentReader& segment, model::Entity parent,
                                         model::Entity descendant, bind::Polarity polarity, uint64_t needed);
  /// For each of `rows`, which ascend, the number of descendants that have the polarity.
  std::span<const uint32_t> Count(std::span<const uint32_t> rows);
  /// The counts of all rows, where they are cached; or null.
  const CachedColumn* cached() const { return counts_.get(); }
  /// The sum over `rows`.
  int64_t Total(const storage::Bitmap& rows);

 private:
  ChildCount(ChildRanges down, storage::BitmapPtr polar) : down_(std::move(down)), polar_(std::move(polar)) {}

  CachedColumnPtr counts_;  // of every row; null: to be computed
  uint32_t parents_ = 0;
  ChildRanges down_;
  AscendingProbe polar_;  // those that count
  std::vector<uint32_t> begins_, ends_;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_ROWS_CHILD_COUNT_H_
