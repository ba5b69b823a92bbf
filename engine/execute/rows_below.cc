#include "engine/execute/rows_below.h"

#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "engine/execute/derive.h"

namespace muster::execute {

absl::StatusOr<RowsBelow> RowsBelow::Make(const storage::SegmentReader& segment, model::Entity parent,
                                          model::Entity descendant, bind::Polarity polarity, uint64_t asked) {
  auto down = Downwards::Make(segment, parent, descendant);
  if (!down.ok()) return down.status();
  auto polar = RowsOfPolarity(segment, descendant, polarity);
  if (!polar.ok()) return polar.status();
  RowsBelow made(*std::move(down), *std::move(polar));
  const uint32_t size = segment.rows(static_cast<uint8_t>(parent));
  if (!IsWorthDeriving(asked, size)) return made;
  const std::string what = absl::StrCat("below ", static_cast<int>(parent), " ", static_cast<int>(descendant), " ",
                                        static_cast<int>(polarity));
  if (auto derived = segment.FindDerived(what)) {
    made.counts_ = derived->column;
  } else if (absl::Status status = made.Derive(segment, what, size); !status.ok()) {
    return status;
  }
  return made;
}

absl::Status RowsBelow::Derive(const storage::SegmentReader& segment, const std::string& what, uint32_t rows) {
  auto column = MakeColumn(rows, [&](std::span<const uint32_t> block, std::vector<uint32_t>* numbers) {
    const std::span<const uint32_t> counts = Count(block);
    numbers->assign(counts.begin(), counts.end());
  });
  if (!column.ok()) return column.status();
  counts_ = *std::move(column);
  segment.KeepDerived(std::make_shared<const storage::Derived>(storage::Derived{what, counts_, {}}));
  return absl::OkStatus();
}

std::span<const uint32_t> RowsBelow::Count(std::span<const uint32_t> rows) {
  if (counts_ != nullptr) {
    begins_.resize(rows.size());
    counts_->Gather(rows, begins_.data());
    return begins_;
  }
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
