#include "engine/execute/values/quantity_reader.h"

#include <utility>

namespace muster::execute {
namespace {

int64_t ValueAt(const storage::ColumnPtr& column, uint32_t row) {
  return column == nullptr ? storage::kNull : (*column)[row];
}

model::Symbol SymbolAt(const storage::ColumnPtr& column, uint32_t row) {
  const int64_t value = ValueAt(column, row);
  return value == storage::kNull ? model::kNoSymbol : static_cast<model::Symbol>(value);
}

}  // namespace

absl::StatusOr<QuantityReader> QuantityReader::Make(const storage::SegmentReader& segment, model::Entity entity,
                                                    model::FieldId field) {
  QuantityReader reader;
  auto up = ParentMap::Make(segment, entity, model::Info(field).entity);
  if (!up.ok()) return up.status();
  reader.up_ = *std::move(up);
  const auto read = [&](model::FieldId of, model::Part part, storage::ColumnPtr* column) {
    auto found = segment.FindColumn({static_cast<uint8_t>(model::Info(of).entity), of, part});
    if (found.ok()) *column = *std::move(found);
    return found.status();
  };
  absl::Status status = read(field, model::kValuePart, &reader.number_);
  if (model::MayHaveBounds(field)) {
    status.Update(read(field, model::kNumberLow, &reader.low_));
    status.Update(read(field, model::kNumberHigh, &reader.high_));
  }
  if (const auto unit = model::UnitFieldOf(field)) status.Update(read(*unit, model::kValuePart, &reader.unit_));
  if (model::Info(field).entity == model::Entity::kMeasurement) {
    status.Update(read(model::field::kMeasurementAssay, model::kValuePart, &reader.assay_));
  }
  if (!status.ok()) return status;
  return reader;
}

model::Quantity QuantityReader::operator()(uint32_t row) const {
  row = up_(row);
  model::Quantity quantity;
  const int64_t number = ValueAt(number_, row);
  const int64_t low = number != storage::kNull ? number : ValueAt(low_, row);
  if (low == storage::kNull) return quantity;
  quantity.recorded = true;
  quantity.number = {model::FromOrderedBits(low),
                     model::FromOrderedBits(number != storage::kNull ? number : ValueAt(high_, row))};
  quantity.unit = SymbolAt(unit_, row);
  quantity.assay = SymbolAt(assay_, row);
  return quantity;
}

}  // namespace muster::execute
