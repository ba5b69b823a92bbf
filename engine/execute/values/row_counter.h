// Counts a row's child rows: all of them (of a panel one), distinct codes or distinct days.
#ifndef MUSTER_ENGINE_EXECUTE_VALUES_ROW_COUNTER_H_
#define MUSTER_ENGINE_EXECUTE_VALUES_ROW_COUNTER_H_

#include <optional>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/execute/rows/panels.h"
#include "engine/execute/values/moment_reader.h"
#include "engine/plan/plan.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// What a kToParent node asks of the rows below one row. Not thread-safe.
class RowCounter {
 public:
  static absl::StatusOr<RowCounter> Make(const storage::SegmentReader& segment, const plan::Node& to_parent);
  /// Whether `rows` (of one row above) are enough.
  bool Enough(std::span<const uint32_t> rows);

 private:
  enum class What { kRows, kCodes, kDays };
  size_t DistinctCodes(std::span<const uint32_t> rows);

  What what_ = What::kRows;
  size_t least_ = 1;
  std::optional<Panels> panels_;  // kRows: of which the rows may be
  storage::ColumnPtr codes_;      // null: no row has a code
  MomentReader moment_;
  std::vector<int64_t> seen_;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_VALUES_ROW_COUNTER_H_
