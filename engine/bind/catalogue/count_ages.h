// How times are recorded: for remarks on comparisons that reach some of them only.
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

/// The time `field` of live rows of `entity`, observed ones of `terms` where these are given (else null).
struct TimesOf {
  model::Entity entity;
  const model::SymbolList* terms;
  model::FieldId field;
};

/// Within what the two ends of a time have to be, from the first to the last of each.
struct TimeEnds {
  model::Interval low = {storage::kNull + 1, INT64_MAX};
  model::Interval high = low;
};

/// Times in one segment, as dates or as ages: found by whole columns, or by the rows where these are few, and not row
/// by row.
class SegmentTimes {
 public:
  static absl::StatusOr<SegmentTimes> Read(const storage::SegmentReader& segment, const TimesOf& times, bool dates);

  /// The rows that have such a time.
  storage::Bitmap Find(const TimeEnds& ends) const;
  /// Where false, every time is exact.
  bool HasSpans() const { return high_ != nullptr; }
  /// All rows, with a time or not.
  const storage::Bitmap& rows() const { return rows_; }

 private:
  storage::ColumnPtr low_, high_;  // null: no row has one
  storage::Bitmap rows_;
  uint32_t size_ = 0;  // rows of the entity
};

/// How many have it as an age, or as a date that gives one, within `ages`: and not as a term.
absl::StatusOr<uint64_t> CountAgesWithin(const CatalogueView& view, const TimesOf& times, model::Interval ages);

/// How many have it as a date (or else as an age) within bounds of which some lie in `asked` and some do not, of how
/// many rows.
struct TimesOnTheEdge {
  uint64_t on_the_edge = 0;
  uint64_t all = 0;
};
absl::StatusOr<TimesOnTheEdge> CountTimesOnTheEdge(const CatalogueView& view, const TimesOf& times, bool dates,
                                                   model::Interval asked);

/// How many have it within bounds that are more than one day apart: as a date, or else as an age. Counted once for each
/// version.
absl::StatusOr<TimesOnTheEdge> CountTimesOfSeveralDays(const CatalogueView& view, const TimesOf& times);

/// How many have it as an age, and how many of these in whole months or years, without a date.
struct AgesToTheMonth {
  uint64_t ages = 0;
  uint64_t to_the_month = 0;
};
absl::StatusOr<AgesToTheMonth> CountAgesToTheMonth(const CatalogueView& view, const TimesOf& times);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CATALOGUE_COUNT_AGES_H_
