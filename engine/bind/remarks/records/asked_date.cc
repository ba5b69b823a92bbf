#include "engine/bind/remarks/records/asked_date.h"

#include <utility>
#include <vector>

#include "engine/bind/bound/reporter.h"
#include "engine/bind/values/value_binder.h"

namespace muster::bind {

using Op = grammar::Compare::Op;

std::optional<AskedDate> AskedDate::Of(const CatalogueView& view, const grammar::Compare& compare) {
  if (compare.values.empty()) return std::nullopt;
  SilentReporter silent;
  ValueBinder values(view, &silent);
  const auto date = ValueBinder::IsDate(compare.values.back()) ? values.Date(compare.values.back()) : std::nullopt;
  if (!date) return std::nullopt;
  AskedDate asked{compare.op, *date, {}};
  if (!compare.distance) return asked;
  const auto distance = values.Duration(*compare.distance);
  if (!distance) return std::nullopt;
  const int64_t months = ValueBinder::WholeMonths(*compare.distance);
  asked.distance = {static_cast<int>(months), *distance - months * model::kMonth};
  return asked;
}

bool AskedDate::IsMetBy(const model::Interval& time) const {
  if (time.empty()) return false;
  switch (op) {
    case Op::kLess:
      return time.high < date.low;
    case Op::kLessEqual:
      return time.high <= date.high;
    case Op::kGreater:
      return time.low > date.high;
    case Op::kGreaterEqual:
      return time.low >= date.low;
    case Op::kLongBefore:
      return Stands(model::TimeRelation::kLongBefore, time);
    default:
      return Stands(model::TimeRelation::kWithinBefore, time);
  }
}

void AskedDate::AddTo(PeopleKey* key) const {
  for (const int64_t number :
       {static_cast<int64_t>(op), static_cast<int64_t>(distance.months), distance.rest, int64_t{distance.by_hours},
        static_cast<int64_t>(date.low), static_cast<int64_t>(date.high)}) {
    key->Add(static_cast<uint64_t>(number));
  }
}

absl::Status DatesOfRows::Read(const storage::SegmentReader& segment, model::FieldId field) {
  const auto number = static_cast<uint8_t>(model::Info(field).entity);
  auto low = segment.FindColumn({number, field, model::kDateLow});
  if (!low.ok()) return low.status();
  auto high = segment.FindColumn({number, field, model::kDateHigh});
  if (!high.ok()) return high.status();
  low_ = *std::move(low);
  high_ = *std::move(high);
  return absl::OkStatus();
}

}  // namespace muster::bind
