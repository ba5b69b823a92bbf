#include "engine/execute/aggregate/measured_reader.h"

#include <cmath>
#include <utility>

#include "engine/model/schema/entity_number.h"
#include "engine/model/units/target_unit.h"

namespace muster::execute {
namespace {

// Times that are known to a month are taken at their middle.
constexpr model::HalfHours kExactEnough = model::kMonth;

}  // namespace

absl::StatusOr<MeasuredReader> MeasuredReader::Make(const storage::SegmentReader& segment,
                                                    const bind::Measured& measured) {
  MeasuredReader reader(measured);
  const model::Field& field = model::Info(measured.field);
  if (field.kind == model::Kind::kNumber) {
    auto quantity = QuantityReader::Make(segment, measured.rows, measured.field);
    if (!quantity.ok()) return quantity.status();
    reader.quantity_ = *std::move(quantity);
    return reader;
  }
  auto up = ParentMap::Make(segment, measured.rows, field.entity);
  if (!up.ok()) return up.status();
  reader.up_ = *std::move(up);
  const bool dates = measured.as_of.has_value();
  const auto entity = model::EntityNumber(field.entity);
  auto low = segment.FindColumn({entity, measured.field, dates ? model::kDateLow : model::kAgeLow});
  auto high = segment.FindColumn({entity, measured.field, dates ? model::kDateHigh : model::kAgeHigh});
  if (!low.ok()) return low.status();
  if (!high.ok()) return high.status();
  reader.low_ = *std::move(low);
  reader.high_ = *std::move(high);
  return reader;
}

MeasuredReader::Value MeasuredReader::operator()(uint32_t row) const {
  if (model::Info(measured_->field).kind == model::Kind::kTime) return TimeAt(row);
  const model::Quantity quantity = quantity_(row);
  if (!quantity.recorded) return {};
  const auto number =
      measured_->target == nullptr ? std::optional(quantity.number) : model::NumberIn(quantity, *measured_->target);
  if (!number || number->low != number->high) return {std::nullopt, true};
  return {number->low / measured_->unit_length, false};
}

MeasuredReader::Value MeasuredReader::TimeAt(uint32_t row) const {
  if (low_ == nullptr) return {};
  row = up_(row);
  const int64_t low = (*low_)[row];
  if (low == storage::kNull) return {};
  model::Interval time{low, high_ == nullptr ? low : (*high_)[row]};
  if (measured_->as_of) time = model::AgeBetween(time, *measured_->as_of);
  if (time.low <= model::kBeginning || time.high >= model::kEnd || time.high - time.low > kExactEnough) {
    return {std::nullopt, true};
  }
  const double middle = (static_cast<double>(time.low) + static_cast<double>(time.high)) / 2;
  return {middle / measured_->unit_length, false};
}

}  // namespace muster::execute
