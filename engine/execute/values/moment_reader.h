// Reads the times of rows: ages, dates and their bounds.
#ifndef MUSTER_ENGINE_EXECUTE_VALUES_MOMENT_READER_H_
#define MUSTER_ENGINE_EXECUTE_VALUES_MOMENT_READER_H_

#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/execute/rows/row_hierarchy.h"
#include "engine/model/time/moment.h"
#include "storage/bits/bitmap.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// Whether these are the bounds of an age, not those of a missing one.
inline bool IsAge(int64_t low, int64_t high) {
  return (static_cast<int>(low != storage::kNull) & static_cast<int>(low <= high)) != 0;
}

/// The bounds of a time field, for rows of an entity at or below the field's. Of birth the age is 0, whether or not its
/// date is known.
class MomentReader {
 public:
  MomentReader() = default;
  /// Without `dates`, of the ages alone.
  static absl::StatusOr<MomentReader> Make(const storage::SegmentReader& segment, model::Entity entity,
                                           model::FieldId field, bool dates = true);
  model::TimeBounds operator()(uint32_t row) const;
  /// Whether any row has a date.
  bool has_dates() const { return date_low_ != nullptr; }
  /// Whether any row has an age with two bounds.
  bool has_age_ranges() const { return age_high_ != nullptr; }
  /// The bounds of the ages of `rows`, which ascend; both kNull if there is none.
  void ReadAges(std::span<const uint32_t> rows, std::vector<int64_t>* lows, std::vector<int64_t>* highs) const;
  /// The times of `rows`, which are ascending.
  void ReadAll(std::span<const uint32_t> rows, std::vector<model::TimeBounds>* times) const;

 private:
  model::Interval Age(uint32_t row) const { return birth_ ? model::Interval{0, 0} : Read(age_low_, age_high_, row); }
  static model::Interval Read(const storage::ColumnPtr& low, const storage::ColumnPtr& high, uint32_t row);

  ParentMap up_;
  bool birth_ = false;
  storage::ColumnPtr age_low_, age_high_, date_low_, date_high_;  // null where no row has one
};

/// On how many different days `rows` were for certain: counted by date, or by age where that gives more. A time that is
/// known within bounds, as a month or a year, is another day than those outside them.
size_t DistinctDays(const MomentReader& moment, std::span<const uint32_t> rows);
size_t DistinctDays(std::span<const model::TimeBounds> times);

/// The ones of `rows` that are the first (or last) by time below their row of `above`; all of several with the same
/// time. Rows without time are neither. Dates are compared if every row with a time has one, else ages.
absl::StatusOr<storage::Bitmap> FirstOfEach(const storage::SegmentReader& segment, const storage::Bitmap& rows,
                                            model::Entity entity, model::Entity above, model::FieldId field, bool last);

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_VALUES_MOMENT_READER_H_
