#include "engine/execute/rows_below.h"

#include <utility>

namespace muster::execute {

absl::StatusOr<RowsBelow> RowsBelow::Make(const storage::SegmentReader& segment, model::Entity parent,
                                          model::Entity descendant, bind::Polarity polarity) {
  auto down = Downwards::Make(segment, parent, descendant);
  if (!down.ok()) return down.status();
  auto polar = RowsOfPolarity(segment, descendant, polarity);
  if (!polar.ok()) return polar.status();
  return RowsBelow(*std::move(down), *std::move(polar));
}

std::span<const uint32_t> RowsBelow::Count(std::span<const uint32_t> rows) {
  down_.Ranges(rows, &begins_, &ends_);
  for (size_t i = 0; i < rows.size(); ++i) {
    uint32_t count = ends_[i] - begins_[i];
    if (!polar_.all()) {
      count = 0;
      for (uint32_t row = begins_[i]; row < ends_[i]; ++row) count += polar_.Contains(row) ? 1 : 0;
    }
    begins_[i] = count;
  }
  return begins_;
}

}  // namespace muster::execute
