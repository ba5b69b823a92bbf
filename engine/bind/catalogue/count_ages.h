// Counts of how times are recorded (as ages, dates, terms; exactly or within bounds): for remarks on comparisons that
// match only some of them.
#ifndef MUSTER_ENGINE_BIND_CATALOGUE_COUNT_AGES_H_
#define MUSTER_ENGINE_BIND_CATALOGUE_COUNT_AGES_H_

#include <cstdint>

#include "absl/status/statusor.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/schema/schema.h"
#include "engine/model/time/time.h"
#include "storage/bits/bitmap.h"
#include "storage/codec/column.h"
#include "storage/segment_reader.h"

namespace muster::bind {

/// The time `field` of live rows of `entity`; if `terms` is not null, only of observed rows with one of these.
struct TimesOf {
  model::Entity entity;
  const model::SymbolList* terms;
  model::FieldId field;
};

/// The ranges in which the two ends of a time have to lie, both bounds included.
struct TimeEnds {
  model::Interval low = {storage::kNull + 1, INT64_MAX};
  model::Interval high = low;
};

/// The times in one segment, as dates or as ages. Looked up in whole columns, or only for the rows if these are few.
class SegmentTimes {
 public:
  static absl::StatusOr<SegmentTimes> Read(const storage::SegmentReader& segment, const TimesOf& times, bool dates);

  /// The rows that have a time of this kind.
  storage::Bitmap Find(const TimeEnds& ends) const;
  /// Whether some time is within bounds; if false, every time is exact.
  bool HasSpans() const { return high_ != nullptr; }
  /// All rows, with a time or not.
  const storage::Bitmap& rows() const { return rows_; }

 private:
  storage::ColumnPtr low_, high_;  // null: no row has one
  storage::Bitmap rows_;
  uint32_t size_ = 0;  // rows of the entity
};

/// How many rows have the time as an age within `ages`, or as a date that gives such an age, and not as a term.
absl::StatusOr<uint64_t> CountAgesWithin(const CatalogueView& view, const TimesOf& times, model::Interval ages);

/// How many rows have the time as a date (or else as an age) within bounds that lie partly in `asked`; and how many
/// rows there are.
struct TimesOnTheEdge {
  uint64_t on_the_edge = 0;
  uint64_t all = 0;
};
absl::StatusOr<TimesOnTheEdge> CountTimesOnTheEdge(const CatalogueView& view, const TimesOf& times, bool dates,
                                                   model::Interval asked);

/// How many rows have the time (as a date, or else as an age) within bounds that are more than one day apart. Counted
/// once per version.
absl::StatusOr<TimesOnTheEdge> CountTimesOfSeveralDays(const CatalogueView& view, const TimesOf& times);

/// How many rows have the time as an age, and how many of these in whole months or years and without a date.
struct AgesToTheMonth {
  uint64_t ages = 0;
  uint64_t to_the_month = 0;
};
absl::StatusOr<AgesToTheMonth> CountAgesToTheMonth(const CatalogueView& view, const TimesOf& times);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CATALOGUE_COUNT_AGES_H_
