#include "engine/bind/values/remarks/recorded_times.h"

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"

namespace muster::bind {

absl::StatusOr<RecordedTimes> RecordedTimes::Of(const storage::SegmentReader& segment, model::FieldId field) {
  RecordedTimes times;
  times.birth_ = field == model::field::kBirth;
  for (const auto& [part, column] : {std::pair{model::kAgeLow, &times.age_low_},
                                     {model::kAgeHigh, &times.age_high_},
                                     {model::kDateLow, &times.date_low_},
                                     {model::kDateHigh, &times.date_high_}}) {
    auto read = segment.FindColumn({static_cast<uint8_t>(model::Info(field).entity), field, part});
    if (!read.ok()) return read.status();
    *column = *std::move(read);
  }
  return times;
}

absl::StatusOr<RowsAbove> RowsAbove::Of(const storage::SegmentReader& segment, model::Entity below,
                                        model::Entity above) {
  RowsAbove up;
  for (model::Entity entity = below; entity != above; entity = model::Info(entity).parent) {
    auto parents = segment.GetColumn({static_cast<uint8_t>(entity), model::kParentColumn, 0});
    if (!parents.ok()) return parents.status();
    const int64_t end = segment.rows(static_cast<uint8_t>(model::Info(entity).parent));
    if (!(*parents)->Within(0, end - 1)) {
      return absl::DataLossError(absl::StrCat("segment ", segment.info().id, ": ",
                                              std::string(model::Info(entity).plural),
                                              " belong to rows that do not exist; run `muster check`"));
    }
    up.levels_.push_back(*std::move(parents));
  }
  return up;
}

}  // namespace muster::bind
