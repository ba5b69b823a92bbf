#include "engine/execute/aggregate/dimension_reader.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "engine/model/schema/entity_number.h"
#include "engine/model/schema/schema.h"

namespace muster::execute {
namespace {

using model::Entity;

GroupValue NumberBand(double value, double size) {
  double band = std::floor(value / size);
  // 0.3 is in the band that begins at 3 * 0.1, though 0.3 / 0.1 is below 3.
  if (std::abs((band + 1) * size - value) <= 1e-12 * std::abs(value)) ++band;
  return std::abs(band) < 1e15 ? static_cast<GroupValue>(band) : kUncertainValue;
}

// The year, or the month counted from the year 0, in which both ends lie.
GroupValue CalendarPeriod(model::Interval time, grammar::Dimension::Calendar calendar) {
  const auto period = [&](model::HalfHours at) {
    const model::CivilDate date = model::CivilFromDays(model::DayOf(at));
    return calendar == grammar::Dimension::Calendar::kYear ? GroupValue{date.year}
                                                           : GroupValue{date.year} * 12 + date.month - 1;
  };
  if (time.low <= model::kBeginning || time.high >= model::kEnd) return kUncertainValue;
  const GroupValue first = period(time.low);
  return first == period(time.high) ? first : kUncertainValue;
}

}  // namespace

DimensionReader::DimensionReader(const bind::Dimension& dimension, ValueIds* values)
    : dimension_(&dimension),
      values_(values),
      number_(model::Info(dimension.field).kind == model::Kind::kNumber),
      bands_(std::max<int64_t>(1, dimension.band)) {
  for (size_t g = 0; g < dimension.groups.size(); ++g) {
    for (const model::Symbol symbol : *dimension.groups[g].symbols) {
      std::vector<GroupValue>& groups = groups_of_[symbol];
      groups.push_back(static_cast<GroupValue>(g));
      overlap_ = overlap_ || groups.size() > 1;
    }
  }
}

std::vector<GroupValue> DimensionReader::ValuesOf(int64_t symbol) const {
  if (dimension_->groups.empty()) return {symbol};
  const auto found = groups_of_.find(symbol);
  if (found == groups_of_.end()) return {static_cast<GroupValue>(dimension_->groups.size())};
  return found->second;
}

void DimensionReader::ReadGroups(size_t size, BlockIds* ids) {
  ids->ids.clear();
  for (size_t i = 0; i < size; ++i) {
    if (low_values_[i] == storage::kNull) {
      ids->ids.push_back(ValueIds::kMissing);
    } else {
      for (const GroupValue group : ValuesOf(low_values_[i])) ids->ids.push_back(values_->Of(group));
    }
    ids->ends.push_back(static_cast<uint32_t>(ids->ids.size()));
  }
}

absl::StatusOr<DimensionReader> DimensionReader::Make(const storage::SegmentReader& segment,
                                                      const bind::Dimension& dimension, ValueIds* values) {
  DimensionReader reader(dimension, values);
  const Entity entity = model::Info(dimension.field).entity;
  if (dimension.number_of) {
    auto children = ChildCount::Make(segment, entity, *dimension.number_of, dimension.polarity,
                                     segment.rows(model::EntityNumber(entity)));
    if (!children.ok()) return children.status();
    reader.children_.emplace(*std::move(children));
    return reader;
  }
  if (dimension.unit != nullptr) {
    auto quantity = QuantityReader::Make(segment, entity, dimension.field);
    if (!quantity.ok()) return quantity.status();
    reader.quantity_.emplace(*std::move(quantity));
    return reader;
  }
  if (model::Info(dimension.field).multiple) {
    reader.multiple_ = true;
    if (absl::Status status = reader.ReadMultiple(segment); !status.ok()) return status;
    return reader;
  }
  const uint8_t entity_of_field = model::EntityNumber(model::Info(dimension.field).entity);
  auto low = segment.FindColumn({entity_of_field, dimension.field, dimension.low_part});
  if (!low.ok()) return low.status();
  reader.low_ = *std::move(low);
  if (dimension.high_part != dimension.low_part) {
    auto high = segment.FindColumn({entity_of_field, dimension.field, dimension.high_part});
    if (!high.ok()) return high.status();
    reader.high_ = *std::move(high);
  }
  return reader;
}

// Postings turned round: the values of each row, in one array.
absl::Status DimensionReader::ReadMultiple(const storage::SegmentReader& segment) {
  const model::Field& field = model::Info(dimension_->field);
  const uint32_t size = segment.rows(model::EntityNumber(field.entity));
  const auto kind = static_cast<uint8_t>(model::PostingKind::kRows);
  auto values = segment.Values(kind, model::EntityNumber(field.entity), field.id);
  if (!values.ok()) return values.status();
  std::vector<std::pair<uint32_t, storage::BitmapPtr>> postings;
  offsets_.assign(size_t{size} + 1, 0);
  for (const uint32_t value : **values) {
    if (value == model::kAnyValue) continue;
    if (absl::Status status = CheckStop(); !status.ok()) return status;
    auto rows = segment.Posting({kind, model::EntityNumber(field.entity), field.id, value}, size);
    if (!rows.ok()) return rows.status();
    for (const GroupValue group : ValuesOf(value)) {
      (*rows)->ForEach([&](uint32_t row) { ++offsets_[row]; });
      postings.emplace_back(values_->Of(group), *rows);
    }
  }
  uint32_t end = 0;
  for (uint32_t& offset : offsets_) offset = end += offset;
  symbols_.resize(end);
  for (const auto& [number, rows] : postings) {
    rows->ForEach([&, number = number](uint32_t row) { symbols_[--offsets_[row]] = number; });
  }
  return absl::OkStatus();
}

void DimensionReader::ReadSymbols(std::span<const uint32_t> rows, BlockIds* ids) const {
  ids->ids.clear();
  ids->ends.clear();
  for (const uint32_t row : rows) {
    const uint32_t begin = offsets_[row];
    const uint32_t end = offsets_[row + 1];
    const auto first = static_cast<ptrdiff_t>(ids->ids.size());
    ids->ids.insert(ids->ids.end(), symbols_.begin() + begin, symbols_.begin() + end);
    if (!dimension_->groups.empty()) {  // several values may be in one group
      std::sort(ids->ids.begin() + first, ids->ids.end());
      ids->ids.erase(std::unique(ids->ids.begin() + first, ids->ids.end()), ids->ids.end());
    }
    if (begin == end) ids->ids.push_back(ValueIds::kMissing);
    ids->ends.push_back(static_cast<uint32_t>(ids->ids.size()));
  }
}

GroupValue DimensionReader::PlaceAmongEdges(int64_t value) const {
  const std::vector<int64_t>& edges = dimension_->edges;
  return std::upper_bound(edges.begin(), edges.end(), value) - edges.begin();
}

GroupValue DimensionReader::BandOfNumber(int64_t ordered_bits) const {
  return dimension_->edges.empty() ? NumberBand(model::FromOrderedBits(ordered_bits), dimension_->band_size)
                                   : PlaceAmongEdges(ordered_bits);
}

GroupValue DimensionReader::BandOfQuantity(const model::Quantity& quantity) const {
  const auto number = model::NumberIn(quantity, *dimension_->unit);
  if (!number) return kMissingValue;
  const GroupValue low = BandOfNumber(model::OrderedBits(number->low));
  return low == BandOfNumber(model::OrderedBits(number->high)) ? low : kUncertainValue;
}

void DimensionReader::FindBands(size_t size) {
  for (size_t i = 0; i < size; ++i) {
    int64_t& value = low_values_[i];
    if (value == storage::kNull) continue;
    if (number_) {
      value = BandOfNumber(value);
      continue;
    }
    model::Interval interval{value, high_ == nullptr ? value : high_values_[i]};
    if (dimension_->calendar != grammar::Dimension::Calendar::kNone) {
      value = CalendarPeriod(interval, dimension_->calendar);
      continue;
    }
    if (dimension_->as_of) interval = model::AgeBetween(interval, *dimension_->as_of);
    if (dimension_->edges.empty()) {
      value = bands_.Of(interval.low, interval.high);
    } else {
      const GroupValue low = PlaceAmongEdges(interval.low);
      value = low == PlaceAmongEdges(interval.high) ? low : kUncertainValue;
    }
  }
}

void DimensionReader::Read(std::span<const uint32_t> rows, BlockIds* ids) {
  if (multiple_) return ReadSymbols(rows, ids);
  ids->ends.clear();
  if (children_) {
    const std::span<const uint32_t> counts = children_->Count(rows);
    low_values_.assign(counts.begin(), counts.end());
    for (int64_t& value : low_values_) {
      if (dimension_->band != 0) value = BandOfNumber(model::OrderedBits(static_cast<double>(value)));
    }
  } else if (quantity_) {
    low_values_.resize(rows.size());
    for (size_t i = 0; i < rows.size(); ++i) low_values_[i] = BandOfQuantity((*quantity_)(rows[i]));
  }
  if (children_ || quantity_) {
    ids->ids.resize(rows.size());
    values_->OfEach(low_values_, storage::kNull, ids->ids.data());
    return;
  }
  if (low_ == nullptr) {
    ids->ids.assign(rows.size(), ValueIds::kMissing);
    return;
  }
  low_values_.resize(rows.size());
  low_->Gather(rows, low_values_.data());
  if (high_ != nullptr) {
    high_values_.resize(rows.size());
    high_->Gather(rows, high_values_.data());
  }
  if (dimension_->IsOrdered()) FindBands(rows.size());
  if (overlap_) return ReadGroups(rows.size(), ids);
  ids->ids.resize(rows.size());
  if (!dimension_->groups.empty()) {
    for (int64_t& value : low_values_) value = value == storage::kNull ? kMissingValue : ValuesOf(value).front();
  }
  values_->OfEach(low_values_, storage::kNull, ids->ids.data());
}

}  // namespace muster::execute
