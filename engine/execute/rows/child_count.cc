#include "engine/execute/rows/child_count.h"

#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "engine/execute/rows/cached_column.h"
#include "engine/execute/rows/panels.h"
#include "engine/execute/rows/row_blocks.h"

namespace muster::execute {

absl::StatusOr<ChildCount> ChildCount::Make(const storage::SegmentReader& segment, model::Entity parent,
                                            model::Entity descendant, bind::Polarity polarity, uint64_t needed) {
  auto down = ChildRanges::Make(segment, parent, descendant);
  if (!down.ok()) return down.status();
  auto polar = RowsOfPolarity(segment, descendant, polarity);
  if (!polar.ok()) return polar.status();
  if (descendant == model::Entity::kMeasurement) {
    const auto panels = Panels::Make(segment, {});
    if (!panels.ok()) return panels.status();
    if (*panels) {
      const uint32_t rows = segment.rows(static_cast<uint8_t>(descendant));
      polar = std::make_shared<const storage::Bitmap>(
          (*panels)->OfEach(*polar == nullptr ? storage::Bitmap::Range(0, rows) : **polar));
    }
  }
  ChildCount made(*std::move(down), *std::move(polar));
  const uint32_t size = segment.rows(static_cast<uint8_t>(parent));
  made.parents_ = size;
  if (!IsWorthCaching(segment, needed, size, size)) return made;
  const std::string key = absl::StrCat("below ", static_cast<int>(parent), " ", static_cast<int>(descendant), " ",
                                       static_cast<int>(polarity));
  made.counts_ = FindCachedColumn(segment, key);
  if (made.counts_ != nullptr || !SeenBefore(segment, key)) return made;
  CachedColumn cached = BuildCachedColumn(key, size, [&](std::span<const uint32_t> rows, BlockIds* ids) {
    const std::span<const uint32_t> counts = made.Count(rows);
    ids->ids.assign(counts.begin(), counts.end());
  });
  if (absl::Status status = CheckStop(); !status.ok()) return status;
  made.counts_ = std::make_shared<const CachedColumn>(std::move(cached));
  CacheColumn(segment, made.counts_);
  return made;
}

std::span<const uint32_t> ChildCount::Count(std::span<const uint32_t> rows) {
  if (counts_ != nullptr) {
    begins_.resize(rows.size());
    counts_->ids.Gather(rows, begins_.data());
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

int64_t ChildCount::Total(const storage::Bitmap& rows) {
  int64_t total = 0;
  ForEachBlock(rows, parents_, [&](std::span<const uint32_t> block) {
    uint32_t of_block = 0;  // there are fewer rows in a segment
    for (const uint32_t count : Count(block)) of_block += count;
    total += of_block;
    return true;
  });
  return total;
}

}  // namespace muster::execute
