// How many rows of another entity stand below each row.
#ifndef MUSTER_ENGINE_EXECUTE_ROWS_BELOW_H_
#define MUSTER_ENGINE_EXECUTE_ROWS_BELOW_H_

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/execute/ascending_probe.h"
#include "engine/execute/derive.h"
#include "engine/execute/kinship.h"

namespace muster::execute {

/// Counts rows of an entity below rows of another, in one segment. Not thread-safe.
class RowsBelow {
 public:
  /// `asked`: below how many rows, about, will be asked.
  static absl::StatusOr<RowsBelow> Make(const storage::SegmentReader& segment, model::Entity parent,
                                        model::Entity descendant, bind::Polarity polarity, uint64_t asked);
  /// For each of `rows`, which ascend, the rows below it that have the polarity.
  std::span<const uint32_t> Count(std::span<const uint32_t> rows);
  /// The counts of all rows, where they are kept; or null.
  const Derived* derived() const { return counts_.get(); }
  /// Those below all of `rows` together.
  int64_t Total(const storage::Bitmap& rows);

 private:
  RowsBelow(Downwards down, storage::BitmapPtr polar) : down_(std::move(down)), polar_(std::move(polar)) {}

  DerivedPtr counts_;  // of every row; null: to be worked out
  uint32_t parents_ = 0;
  Downwards down_;
  AscendingProbe polar_;
  std::vector<uint32_t> begins_, ends_;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_ROWS_BELOW_H_
