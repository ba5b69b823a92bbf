#include "engine/bind/catalogue/people_with_rows.h"

#include <cstdint>

#include "engine/bind/catalogue/live_values.h"

namespace muster::bind {

absl::StatusOr<storage::Bitmap> PeopleWithRows(const storage::SegmentReader& segment, model::Entity entity,
                                               WhichRows which) {
  const model::EntityInfo& info = model::Info(entity);
  const auto number = static_cast<uint8_t>(entity);
  if (info.primary < 0) return IndividualsOf(segment, entity, storage::Bitmap::Range(0, segment.rows(number)));
  const auto of = [&](model::PostingKind kind) {
    return segment.Posting(
        {static_cast<uint8_t>(kind), number, static_cast<model::FieldId>(info.primary), model::kAnyValue},
        segment.rows(0));
  };
  storage::Bitmap people;
  if (which != WhichRows::kExcluded || !info.polar) {
    const auto observed = of(model::PostingKind::kObservedIndividuals);
    if (!observed.ok()) return observed.status();
    people = **observed;
  }
  if (which == WhichRows::kObserved || !info.polar) return people;
  const auto excluded = of(model::PostingKind::kExcludedIndividuals);
  if (!excluded.ok()) return excluded.status();
  return storage::Bitmap::Or(people, **excluded);
}

}  // namespace muster::bind
