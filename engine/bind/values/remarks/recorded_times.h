// Private to bind/: the times of rows in a segment, and the individuals they belong to, for remarks.
#ifndef MUSTER_ENGINE_BIND_VALUES_REMARKS_RECORDED_TIMES_H_
#define MUSTER_ENGINE_BIND_VALUES_REMARKS_RECORDED_TIMES_H_

#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/model/schema/schema.h"
#include "engine/model/time/moment.h"
#include "storage/segment_reader.h"

namespace muster::bind {

/// One time field, for the rows of its entity in a segment. At birth the age is 0.
class RecordedTimes {
 public:
  static absl::StatusOr<RecordedTimes> Of(const storage::SegmentReader& segment, model::FieldId field);
  /// Whether all times are exact.
  bool IsExact() const { return age_high_ == nullptr && date_high_ == nullptr; }
  /// Whether some may be ages and some dates.
  bool IsInTwoWays() const { return (birth_ || age_low_ != nullptr) && date_low_ != nullptr; }
  model::TimeBounds operator()(uint32_t row) const {
    return {birth_ ? model::Interval{0, 0} : Read(age_low_, age_high_, row), Read(date_low_, date_high_, row)};
  }

 private:
  static model::Interval Read(const storage::ColumnPtr& low, const storage::ColumnPtr& high, uint32_t row) {
    if (low == nullptr || (*low)[row] == storage::kNull) return {};
    return {(*low)[row], high == nullptr ? (*low)[row] : (*high)[row]};
  }

  bool birth_ = false;
  storage::ColumnPtr age_low_, age_high_, date_low_, date_high_;  // null if no row has this part
};

/// The ancestor row of a row. Ascending rows have ascending ancestors, except in damaged segments.
class RowsAbove {
 public:
  static absl::StatusOr<RowsAbove> Of(const storage::SegmentReader& segment, model::Entity below, model::Entity above);
  uint32_t operator()(uint32_t row) const {
    for (const storage::ColumnPtr& parents : levels_) row = static_cast<uint32_t>((*parents)[row]);
    return row;
  }

 private:
  std::vector<storage::ColumnPtr> levels_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_REMARKS_RECORDED_TIMES_H_
