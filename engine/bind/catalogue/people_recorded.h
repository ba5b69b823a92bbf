// The people with a value in a field, for remarks.
#ifndef MUSTER_ENGINE_BIND_CATALOGUE_PEOPLE_RECORDED_H_
#define MUSTER_ENGINE_BIND_CATALOGUE_PEOPLE_RECORDED_H_

#include "absl/status/statusor.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/catalogue/people_counts.h"
#include "engine/model/schema/schema.h"
#include "storage/store.h"

namespace muster::bind {

/// The individuals of `segment`, live or not, that have a row with a value in `field` other than one for "unknown".
absl::StatusOr<storage::Bitmap> PeopleRecorded(const CatalogueView& view, const storage::SegmentReader& segment,
                                               model::FieldId field);

/// The key of the people that PeopleRecorded finds.
inline PeopleKey KeyOfRecorded(model::FieldId field) { return PeopleKey("recorded").Add(field); }

/// How many of all live individuals these are.
absl::StatusOr<PeopleCounts::Share> CountRecorded(const CatalogueView& view, model::FieldId field);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CATALOGUE_PEOPLE_RECORDED_H_
