// Private to bind/: a comparison of a record's time with a date, and the dates of records, for remarks.
#ifndef MUSTER_ENGINE_BIND_REMARKS_RECORDS_ASKED_DATE_H_
#define MUSTER_ENGINE_BIND_REMARKS_RECORDS_ASKED_DATE_H_

#include <cstdint>
#include <optional>

#include "absl/status/status.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/catalogue/people_counts.h"
#include "engine/model/schema/schema.h"
#include "engine/model/time/moment.h"
#include "engine/model/time/time.h"
#include "grammar/syntax.h"
#include "storage/codec/column.h"
#include "storage/segment_reader.h"

namespace muster::bind {

/// What is asked of a record's time, where it is compared with a date.
struct AskedDate {
  grammar::Compare::Op op = grammar::Compare::Op::kLess;
  model::Interval date;
  model::Distance distance;

  /// Nullopt where the time is compared with that of another record or of the person, which differs by person.
  static std::optional<AskedDate> Of(const CatalogueView& view, const grammar::Compare& compare);

  /// Whether a time meets the comparison; one that is not recorded does not.
  bool IsMetBy(const model::Interval& time) const;
  bool Stands(model::TimeRelation relation, const model::Interval& time) const {
    return model::Holds(relation, {{}, time}, {{}, date}, distance, false);
  }
  void AddTo(PeopleKey* key) const;
};

/// The dates of a time in one segment.
class DatesOfRows {
 public:
  absl::Status Read(const storage::SegmentReader& segment, model::FieldId field);
  /// Empty where no date is recorded.
  model::Interval operator()(uint32_t row) const {
    if (low_ == nullptr || (*low_)[row] == storage::kNull) return {};
    return {(*low_)[row],
            high_ == nullptr ? (*low_)[row] : (*high_)[row]};  // if bounds never differ, they are stored once
  }

 private:
  storage::ColumnPtr low_, high_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_RECORDS_ASKED_DATE_H_
