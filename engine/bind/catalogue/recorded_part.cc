#include "engine/bind/catalogue/recorded_part.h"

#include <memory>
#include <utility>
#include <vector>

#include "engine/bind/bound/conditions.h"
#include "engine/model/text/missing_marker.h"

namespace muster::bind {

absl::StatusOr<bool> IsRecorded(const storage::Snapshot& snapshot, model::FieldId field, model::Part part) {
  const auto entity = static_cast<uint8_t>(model::Info(field).entity);
  for (const auto& segment : snapshot.segments) {
    const auto column = segment->GetColumn({entity, field, part});
    if (column.ok()) return true;
    if (!absl::IsNotFound(column.status())) return column.status();
  }
  return false;
}

absl::StatusOr<ConditionPtr> Known(const CatalogueView& view, model::FieldId field) {
  ConditionPtr recorded = Recorded(field);
  if (model::Info(field).kind != model::Kind::kKeyword) return recorded;
  auto values = view.FieldValues(field);
  if (!values.ok()) return values.status();
  std::vector<model::Symbol> flavours;
  for (const model::Symbol symbol : **values) {
    if (model::IsNullFlavour(view.dictionary().Text(symbol))) flavours.push_back(symbol);
  }
  if (flavours.empty()) return recorded;
  return RecordedButNot(
      std::move(recorded),
      MakeCodes(field, std::make_shared<const model::SymbolList>(std::move(flavours)), 0, "null flavours"));
}

absl::StatusOr<bool> HasValueIn(const storage::Snapshot& snapshot, model::FieldId field, model::Part part, int64_t low,
                                int64_t high) {
  const auto entity = static_cast<uint8_t>(model::Info(field).entity);
  for (const auto& segment : snapshot.segments) {
    const auto column = segment->GetColumn({entity, field, part});
    if (absl::IsNotFound(column.status())) continue;
    if (!column.ok()) return column.status();
    if ((*column)->FindRange(low, high).Count() > 0) return true;
  }
  return false;
}

}  // namespace muster::bind
