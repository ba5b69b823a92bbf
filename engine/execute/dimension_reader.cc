#include "engine/execute/dimension_reader.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/model/time.h"

namespace muster::execute {
namespace {

using model::Entity;

uint8_t Number(Entity entity) { return static_cast<uint8_t>(entity); }

GroupValue FloorDivide(int64_t value, int64_t by) { return value >= 0 ? value / by : -((-value + by - 1) / by); }

// The band of a time with bounds, when both lie in it.
GroupValue BandOf(model::Interval interval, int64_t band) {
  if (interval.low <= model::kBeginning || interval.high >= model::kEnd) return kUncertainValue;
  const GroupValue low = FloorDivide(interval.low, band);
  return low == FloorDivide(interval.high, band) ? low : kUncertainValue;
}

// The column, or null when the segment has none.
absl::StatusOr<storage::ColumnPtr> Column(const storage::SegmentReader& segment, model::FieldId field,
                                          model::Part part) {
  auto column = segment.GetColumn({Number(model::Info(field).entity), field, static_cast<uint8_t>(part)});
  if (absl::IsNotFound(column.status())) return storage::ColumnPtr();
  return column;
}

}  // namespace

absl::StatusOr<DimensionReader> DimensionReader::Make(const storage::SegmentReader& segment,
                                                      const bind::Dimension& dimension) {
  DimensionReader reader;
  const model::Field& field = model::Info(dimension.field);
  reader.dimension_ = &dimension;
  reader.number_ = field.kind == model::Kind::kNumber;
  if (field.multiple) {
    reader.multiple_ = true;
    if (absl::Status status = reader.ReadMultiple(segment); !status.ok()) return status;
    return reader;
  }
  auto low = Column(segment, dimension.field, dimension.low_part);
  if (!low.ok()) return low.status();
  reader.low_ = *std::move(low);
  if (dimension.high_part != dimension.low_part) {
    auto high = Column(segment, dimension.field, dimension.high_part);
    if (!high.ok()) return high.status();
    reader.high_ = *high != nullptr ? *std::move(high) : reader.low_;
  }
  return reader;
}

// Postings turned round: the values of each row, in one array.
absl::Status DimensionReader::ReadMultiple(const storage::SegmentReader& segment) {
  const model::Field& field = model::Info(dimension_->field);
  const auto family = static_cast<uint8_t>(model::Family::kRows);
  auto values = segment.Values(family, Number(field.entity), field.id);
  if (!values.ok()) return values.status();
  std::vector<std::pair<uint32_t, model::Symbol>> pairs;
  for (const uint32_t value : **values) {
    if (value == model::kAnyValue) continue;
    auto rows = segment.Posting({family, Number(field.entity), field.id, value});
    if (!rows.ok()) return rows.status();
    (*rows)->ForEach([&](uint32_t row) { pairs.emplace_back(row, value); });
  }
  std::sort(pairs.begin(), pairs.end());
  offsets_.assign(size_t{segment.rows(Number(field.entity))} + 1, 0);
  for (const auto& [row, symbol] : pairs) {
    ++offsets_[row + 1];
    symbols_.push_back(symbol);
  }
  for (size_t i = 1; i < offsets_.size(); ++i) offsets_[i] += offsets_[i - 1];
  return absl::OkStatus();
}

GroupValue DimensionReader::ValueAt(uint32_t row) const {
  if (low_ == nullptr) return kMissingValue;
  const int64_t low = (*low_)[row];
  if (low == storage::kNull) return kMissingValue;
  if (dimension_->band == 0) return low;  // a symbol
  if (number_) {
    const double band = std::floor(model::FromOrderedBits(low) / dimension_->band_size);
    return std::abs(band) < 1e15 ? static_cast<GroupValue>(band) : kUncertainValue;
  }
  model::Interval interval{low, (*high_)[row]};
  if (dimension_->as_of) interval = model::AgeBetween(interval, *dimension_->as_of);
  return BandOf(interval, dimension_->band);
}

void DimensionReader::Read(uint32_t row, std::vector<GroupValue>* values) const {
  values->clear();
  if (multiple_) {
    for (uint32_t i = offsets_[row]; i < offsets_[row + 1]; ++i) values->push_back(symbols_[i]);
  } else {
    values->push_back(ValueAt(row));
  }
  if (values->empty()) values->push_back(kMissingValue);
}

}  // namespace muster::execute
