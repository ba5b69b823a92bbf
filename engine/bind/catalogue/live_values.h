// Values and rows of live individuals in one segment. Deleted or replaced individuals stay in a segment until it is
// rewritten, but nothing of them may be shown.
#ifndef MUSTER_ENGINE_BIND_CATALOGUE_LIVE_VALUES_H_
#define MUSTER_ENGINE_BIND_CATALOGUE_LIVE_VALUES_H_

#include <cstdint>
#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/model/record/symbol_list.h"
#include "engine/model/schema/schema.h"
#include "storage/segment_reader.h"

namespace muster::bind {

/// The rows of `entity` that belong to live individuals; null when all do. Cached with the segment's reader.
absl::StatusOr<storage::BitmapPtr> LiveRows(const storage::SegmentReader& segment, model::Entity entity);

/// The same for observed rows: those with one of `terms` as primary code, or all if that is null.
absl::StatusOr<storage::Bitmap> LiveRowsOf(const storage::SegmentReader& segment, model::Entity entity,
                                           const model::SymbolList* terms);

using SegmentValues = std::shared_ptr<const std::vector<uint32_t>>;

/// The symbols that live rows have in `field`, ascending, in postings of `kind`, which is a kind of rows, not of
/// individuals; kAnyValue may be the last. Cached with the segment's reader. Reads no postings if all individuals are
/// live.
absl::StatusOr<SegmentValues> LiveValues(const storage::SegmentReader& segment, model::PostingKind kind,
                                         model::FieldId field);

/// How many of `rows`, which are of `entity`, belong to live individuals.
absl::StatusOr<uint64_t> CountLive(const storage::SegmentReader& segment, model::Entity entity,
                                   const storage::Bitmap& rows);

/// All live individuals of the segment.
absl::StatusOr<uint64_t> CountLiveIndividuals(const storage::SegmentReader& segment);

/// The individuals, live or not, that the `rows` of `entity` belong to.
absl::StatusOr<storage::Bitmap> IndividualsOf(const storage::SegmentReader& segment, model::Entity entity,
                                              const storage::Bitmap& rows);

/// How many live individuals the `rows` of `entity` belong to.
absl::StatusOr<uint64_t> CountPeople(const storage::SegmentReader& segment, model::Entity entity,
                                     const storage::Bitmap& rows);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CATALOGUE_LIVE_VALUES_H_
