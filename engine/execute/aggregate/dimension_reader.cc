#include "engine/execute/aggregate/dimension_reader.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "engine/model/schema/schema.h"

namespace muster::execute {
namespace {

using model::Entity;

uint8_t Number(Entity entity) { return static_cast<uint8_t>(entity); }

// The column, or null when the segment has none.
absl::StatusOr<storage::ColumnPtr> Column(const storage::SegmentReader& segment, model::FieldId field,
                                          model::Part part) {
  auto column = segment.GetColumn({Number(model::Info(field).entity), field, static_cast<uint8_t>(part)});
  if (absl::IsNotFound(column.status())) return storage::ColumnPtr();
  return column;
}

GroupValue NumberBand(int64_t ordered_bits, double size) {
  const double band = std::floor(model::FromOrderedBits(ordered_bits) / size);
  return std::abs(band) < 1e15 ? static_cast<GroupValue>(band) : kUncertainValue;
}

}  // namespace

DimensionReader::DimensionReader(const bind::Dimension& dimension, ValueIds* values)
    : dimension_(&dimension),
      values_(values),
      number_(model::Info(dimension.field).kind == model::Kind::kNumber),
      bands_(std::max<int64_t>(1, dimension.band)) {
  for (size_t g = 0; g < dimension.groups.size(); ++g) {
    for (const model::Symbol symbol : *dimension.groups[g].symbols) group_of_[symbol] = static_cast<GroupValue>(g);
  }
}

GroupValue DimensionReader::ValueOf(int64_t symbol) const {
  if (dimension_->groups.empty()) return symbol;
  const auto found = group_of_.find(symbol);
  return found == group_of_.end() ? static_cast<GroupValue>(dimension_->groups.size()) : found->second;
}

absl::StatusOr<DimensionReader> DimensionReader::Make(const storage::SegmentReader& segment,
                                                      const bind::Dimension& dimension, ValueIds* values) {
  DimensionReader reader(dimension, values);
  if (model::Info(dimension.field).multiple) {
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
    reader.high_ = *std::move(high);
  }
  return reader;
}

// Postings turned round: the values of each row, in one array.
absl::Status DimensionReader::ReadMultiple(const storage::SegmentReader& segment) {
  const model::Field& field = model::Info(dimension_->field);
  const uint32_t size = segment.rows(Number(field.entity));
  const auto family = static_cast<uint8_t>(model::Family::kRows);
  auto values = segment.Values(family, Number(field.entity), field.id);
  if (!values.ok()) return values.status();
  std::vector<std::pair<uint32_t, storage::BitmapPtr>> postings;
  offsets_.assign(size_t{size} + 1, 0);
  for (const uint32_t value : **values) {
    if (value == model::kAnyValue) continue;
    if (absl::Status status = Look(); !status.ok()) return status;
    auto rows = segment.Posting({family, Number(field.entity), field.id, value}, size);
    if (!rows.ok()) return rows.status();
    (*rows)->ForEach([&](uint32_t row) { ++offsets_[row]; });
    postings.emplace_back(values_->Of(ValueOf(value)), *std::move(rows));
  }
  uint32_t end = 0;
  for (uint32_t& offset : offsets_) offset = end += offset;
  symbols_.resize(end);
  for (const auto& [number, rows] : postings) {
    rows->ForEach([&, number = number](uint32_t row) { symbols_[--offsets_[row]] = number; });
  }
  return absl::OkStatus();
}

void DimensionReader::ReadSymbols(std::span<const uint32_t> rows, BlockIds* numbers) const {
  numbers->numbers.clear();
  numbers->ends.clear();
  for (const uint32_t row : rows) {
    const uint32_t begin = offsets_[row];
    const uint32_t end = offsets_[row + 1];
    const auto first = static_cast<ptrdiff_t>(numbers->numbers.size());
    numbers->numbers.insert(numbers->numbers.end(), symbols_.begin() + begin, symbols_.begin() + end);
    if (!dimension_->groups.empty()) {  // several values may be in one group
      std::sort(numbers->numbers.begin() + first, numbers->numbers.end());
      numbers->numbers.erase(std::unique(numbers->numbers.begin() + first, numbers->numbers.end()),
                             numbers->numbers.end());
    }
    if (begin == end) numbers->numbers.push_back(ValueIds::kMissing);
    numbers->ends.push_back(static_cast<uint32_t>(numbers->numbers.size()));
  }
}

void DimensionReader::FindBands(size_t size) {
  for (size_t i = 0; i < size; ++i) {
    int64_t& value = low_values_[i];
    if (value == storage::kNull) continue;
    if (number_) {
      value = NumberBand(value, dimension_->band_size);
      continue;
    }
    model::Interval interval{value, high_ == nullptr ? value : high_values_[i]};
    if (dimension_->as_of) interval = model::AgeBetween(interval, *dimension_->as_of);
    value = bands_.Of(interval.low, interval.high);
  }
}

void DimensionReader::Read(std::span<const uint32_t> rows, BlockIds* numbers) {
  if (multiple_) return ReadSymbols(rows, numbers);
  numbers->ends.clear();
  if (low_ == nullptr) {
    numbers->numbers.assign(rows.size(), ValueIds::kMissing);
    return;
  }
  low_values_.resize(rows.size());
  low_->Gather(rows, low_values_.data());
  if (high_ != nullptr) {
    high_values_.resize(rows.size());
    high_->Gather(rows, high_values_.data());
  }
  if (dimension_->band != 0) FindBands(rows.size());
  numbers->numbers.resize(rows.size());
  if (!dimension_->groups.empty()) {
    for (int64_t& value : low_values_) value = value == storage::kNull ? kMissingValue : ValueOf(value);
  }
  values_->OfEach(low_values_, storage::kNull, numbers->numbers.data());
}

}  // namespace muster::execute
