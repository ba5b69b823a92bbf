// Private to bind/: which rows meet a criterion, for remarks on some of them.
#ifndef MUSTER_ENGINE_BIND_VALUES_REMARKS_ROWS_THAT_MEET_H_
#define MUSTER_ENGINE_BIND_VALUES_REMARKS_ROWS_THAT_MEET_H_

#include <optional>

#include "absl/status/statusor.h"
#include "engine/bind/bound/bound.h"
#include "engine/bind/catalogue/people_counts.h"
#include "storage/segment_reader.h"

namespace muster::bind {

/// The rows of a segment that meet a condition, which is about their own values. Nullopt where it is about more: rows
/// with names, other entities, two values that are compared.
absl::StatusOr<std::optional<storage::Bitmap>> RowsThatMeet(const storage::SegmentReader& segment,
                                                            const Condition& condition);

/// Completes the name of what depends on those.
void AddCondition(const Condition& condition, PeopleKey* key);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_REMARKS_ROWS_THAT_MEET_H_
