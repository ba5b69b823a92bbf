// The people with any row of an entity, for remarks.
#ifndef MUSTER_ENGINE_BIND_CATALOGUE_PEOPLE_WITH_ROWS_H_
#define MUSTER_ENGINE_BIND_CATALOGUE_PEOPLE_WITH_ROWS_H_

#include "absl/status/statusor.h"
#include "engine/bind/catalogue/people_counts.h"
#include "engine/model/schema/schema.h"
#include "storage/segment_reader.h"

namespace muster::bind {

/// Which rows are looked at, of an entity whose rows may be excluded.
enum class WhichRows { kObserved, kExcluded, kAny };

/// The individuals of `segment`, live or not, that have such a row of `entity`. If rows have a primary code, it reads
/// one or two postings.
absl::StatusOr<storage::Bitmap> PeopleWithRows(const storage::SegmentReader& segment, model::Entity entity,
                                               WhichRows which);
/// The key of these people.
inline PeopleKey KeyOfRows(model::Entity entity, WhichRows which) {
  return PeopleKey(which == WhichRows::kObserved ? "observed rows" : "rows").Add({entity, nullptr});
}

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CATALOGUE_PEOPLE_WITH_ROWS_H_
