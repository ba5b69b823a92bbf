#include "engine/bind/catalogue/recorded_part.h"

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "engine/bind/bound/conditions.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/model/text/missing_marker.h"

namespace muster::bind {

namespace {

// Whether a live row has a value in a range of the column.
absl::StatusOr<bool> HasLiveValue(const storage::SegmentReader& segment, model::Entity entity,
                                  const storage::Column& column, int64_t low, int64_t high) {
  const auto live = LiveRows(segment, entity);
  if (!live.ok()) return live.status();
  if (*live == nullptr) return column.FindRange(low, high).Count() > 0;
  storage::Bits rows = column.FindRange(low, high);
  return (*live)->KeepIn(&rows) > 0;
}

}  // namespace

absl::StatusOr<bool> IsRecorded(const CatalogueView& view, model::FieldId field, model::Part part) {
  return view.listed() != nullptr ? view.listed()->IsRecorded(field, part) : view.RecordsPart(field, part);
}

absl::StatusOr<bool> HasPart(const storage::Snapshot& snapshot, model::FieldId field, model::Part part) {
  const model::Entity entity = model::Info(field).entity;
  const storage::ColumnKey key = {static_cast<uint8_t>(entity), field, part};
  // Columns of segments with dead rows are gone through only where no other segment answers.
  for (const bool all_live : {true, false}) {
    for (const auto& segment : snapshot.segments) {
      if ((segment->info().live_version == 0) != all_live) continue;
      const auto column = segment->GetColumn(key);
      if (absl::IsNotFound(column.status())) continue;
      if (!column.ok()) return column.status();
      if (all_live) return true;
      const auto found = HasLiveValue(*segment, entity, **column, storage::kNull + 1, INT64_MAX);
      if (!found.ok() || *found) return found;
    }
  }
  return false;
}

absl::StatusOr<ConditionPtr> Known(const CatalogueView& view, model::FieldId field) {
  ConditionPtr recorded = Recorded(field);
  if (model::Info(field).kind != model::Kind::kKeyword) return recorded;
  auto values = view.RecordedValues(field);
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

absl::StatusOr<bool> HasValueIn(const CatalogueView& view, model::FieldId field, model::Part part, int64_t low,
                                int64_t high) {
  if (view.listed() != nullptr) return false;
  const auto entity = static_cast<uint8_t>(model::Info(field).entity);
  for (const auto& segment : view.snapshot().segments) {
    const auto column = segment->GetColumn({entity, field, part});
    if (absl::IsNotFound(column.status())) continue;
    if (!column.ok()) return column.status();
    const auto found = HasLiveValue(*segment, model::Info(field).entity, **column, low, high);
    if (!found.ok() || *found) return found;
  }
  return false;
}

}  // namespace muster::bind
