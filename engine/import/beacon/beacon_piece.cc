#include "engine/import/beacon/beacon_piece.h"

#include <utility>
#include <variant>
#include <vector>

#include "engine/model/time/time.h"

namespace muster::import {

absl::StatusOr<model::Record> TakeRows(BeaconPiece& piece) {
  absl::StatusOr<model::Record> decoded = model::DecodeRecord(piece.rows);
  if (!decoded.ok()) return absl::InternalError("a gathered record cannot be read back");
  std::string().swap(piece.rows);
  return decoded;
}

absl::Status AppendRows(BeaconPiece& piece, uint32_t from, uint32_t parent, model::Record* record) {
  absl::StatusOr<model::Record> decoded = TakeRows(piece);
  if (!decoded.ok()) return decoded.status();
  // Replaces the placeholder rows above the piece's own by these.
  std::vector<uint32_t> becomes(decoded->rows.size(), 0);
  for (uint32_t i = from, above = parent; i-- > 1; above = record->rows[above].parent) becomes[i] = above;
  for (uint32_t i = from; i < decoded->rows.size(); ++i) {
    model::Row& row = decoded->rows[i];
    row.parent = becomes[row.parent];
    becomes[i] = static_cast<uint32_t>(record->rows.size());
    record->rows.push_back(std::move(row));
  }
  if (decoded->extras.size() > 2) {
    if (record->extras.empty()) {
      record->extras = std::move(decoded->extras);
    } else {
      record->extras.back() = ',';
      record->extras.append(decoded->extras, 1);
    }
  }
  return absl::OkStatus();
}

uint32_t AppendNamed(model::Entity entity, model::FieldId field, const std::string& id, uint32_t parent,
                     model::Record* record) {
  model::Row& row = record->rows.emplace_back();
  row.entity = entity;
  row.parent = parent;
  row.values.push_back({field, id});
  return static_cast<uint32_t>(record->rows.size() - 1);
}

void CompleteAges(model::Record* record) {
  const model::Value* value = record->rows[0].Find(model::field::kBirth);
  if (value == nullptr) return;
  const model::Interval birth = std::get<model::TimeValue>(*value).date;
  if (birth.empty()) return;
  for (model::Row& row : record->rows) {
    for (model::FieldValue& present : row.values) {
      auto* time = std::get_if<model::TimeValue>(&present.value);
      if (time == nullptr || present.field == model::field::kBirth) continue;
      if (time->age.empty() && !time->date.empty()) time->age = model::AgeAtEvent(birth, time->date);
    }
  }
}

}  // namespace muster::import
