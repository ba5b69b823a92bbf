#include "engine/execute/values/row_counter.h"

#include <algorithm>
#include <utility>

#include "engine/model/schema/entity_number.h"

namespace muster::execute {

absl::StatusOr<RowCounter> RowCounter::Make(const storage::SegmentReader& segment, const plan::Node& to_parent) {
  RowCounter counter;
  const model::Entity child = to_parent.inputs[0]->entity;
  counter.least_ = static_cast<size_t>(to_parent.count);
  if (to_parent.dates > 0) {
    counter.what_ = What::kDays;
    counter.least_ = static_cast<size_t>(to_parent.dates);
    auto moment = MomentReader::Make(segment, child, to_parent.left.field);
    if (!moment.ok()) return moment.status();
    counter.moment_ = *std::move(moment);
  } else if (to_parent.distinct) {
    counter.what_ = What::kCodes;
    auto codes = segment.FindColumn(
        {model::EntityNumber(child), static_cast<uint8_t>(model::Info(child).primary), model::kValuePart});
    if (!codes.ok()) return codes.status();
    counter.codes_ = *std::move(codes);
  } else if (counter.least_ > 1 && child == model::Entity::kMeasurement) {
    auto panels = Panels::Make(segment, to_parent.named);
    if (!panels.ok()) return panels.status();
    counter.panels_ = *std::move(panels);
  }
  return counter;
}

bool RowCounter::Enough(std::span<const uint32_t> rows) {
  if (rows.size() < least_) return false;  // there are no more codes or days than rows
  switch (what_) {
    case What::kRows:
      return !panels_ || panels_->Count(rows) >= least_;
    case What::kCodes:
      return DistinctCodes(rows) >= least_;
    case What::kDays:
      return DistinctDays(moment_, rows) >= least_;
  }
  return false;
}

size_t RowCounter::DistinctCodes(std::span<const uint32_t> rows) {
  if (codes_ == nullptr) return 0;
  seen_.clear();
  for (const uint32_t row : rows) {
    if (const int64_t code = (*codes_)[row]; code != storage::kNull) seen_.push_back(code);
  }
  std::sort(seen_.begin(), seen_.end());
  return static_cast<size_t>(std::unique(seen_.begin(), seen_.end()) - seen_.begin());
}

}  // namespace muster::execute
