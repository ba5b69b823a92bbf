#include "engine/bind/catalogue/people_recorded.h"

#include <cstdint>
#include <utility>
#include <vector>

#include "engine/bind/catalogue/live_values.h"
#include "engine/model/text/missing_marker.h"

namespace muster::bind {
namespace {

using model::Entity;
using model::FieldId;

// Values of `field` that say that nothing is known.
absl::StatusOr<std::vector<model::Symbol>> FlavoursOf(const CatalogueView& view, FieldId field) {
  std::vector<model::Symbol> flavours;
  if (model::Info(field).kind != model::Kind::kKeyword) return flavours;
  const auto values = view.RecordedValues(field);
  if (!values.ok()) return values.status();
  for (const model::Symbol symbol : **values) {
    if (model::IsNullFlavour(view.dictionary().Text(symbol))) flavours.push_back(symbol);
  }
  return flavours;
}

absl::StatusOr<storage::Bitmap> RowsRecorded(const CatalogueView& view, const storage::SegmentReader& segment,
                                             FieldId field) {
  const auto number = static_cast<uint8_t>(model::Info(field).entity);
  const auto posting = [&](model::Symbol value) {
    return segment.Posting({static_cast<uint8_t>(model::PostingKind::kRows), number, field, value},
                           segment.rows(number));
  };
  const auto flavours = FlavoursOf(view, field);
  if (!flavours.ok()) return flavours.status();
  const auto with = posting(model::kAnyValue);
  if (!with.ok()) return with.status();
  storage::Bitmap rows = **with;
  for (const model::Symbol flavour : *flavours) {
    const auto unknown = posting(flavour);
    if (!unknown.ok()) return unknown.status();
    rows = storage::Bitmap::AndNot(rows, **unknown);
  }
  return rows;
}

}  // namespace

absl::StatusOr<storage::Bitmap> PeopleRecorded(const CatalogueView& view, const storage::SegmentReader& segment,
                                               FieldId field) {
  auto rows = RowsRecorded(view, segment, field);
  const Entity entity = model::Info(field).entity;
  return !rows.ok() || entity == Entity::kIndividual ? std::move(rows) : IndividualsOf(segment, entity, *rows);
}

absl::StatusOr<PeopleCounts::Share> CountRecorded(const CatalogueView& view, FieldId field) {
  return view.PeopleWith(field);
}

}  // namespace muster::bind
