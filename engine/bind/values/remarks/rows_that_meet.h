// Private to bind/: the rows that satisfy a criterion, for remarks.
#ifndef MUSTER_ENGINE_BIND_VALUES_REMARKS_ROWS_THAT_MEET_H_
#define MUSTER_ENGINE_BIND_VALUES_REMARKS_ROWS_THAT_MEET_H_

#include <optional>

#include "absl/status/statusor.h"
#include "engine/bind/bound/bound.h"
#include "engine/bind/catalogue/people_counts.h"
#include "storage/segment_reader.h"

namespace muster::bind {

/// The rows of a segment that satisfy a condition on their own values. Nullopt if the condition involves more: named
/// rows, other entities, comparisons of two values.
absl::StatusOr<std::optional<storage::Bitmap>> RowsThatMeet(const storage::SegmentReader& segment,
                                                            const Condition& condition);

/// Adds the condition to the cache key of a result that depends on it.
void AddCondition(const Condition& condition, PeopleKey* key);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_REMARKS_ROWS_THAT_MEET_H_
