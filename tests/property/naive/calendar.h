// Days and months of the civil calendar.
#ifndef MUSTER_TESTS_PROPERTY_NAIVE_CALENDAR_H_
#define MUSTER_TESTS_PROPERTY_NAIVE_CALENDAR_H_

#include <cstdint>

#include "engine/model/time/time.h"

namespace muster::property {

/// Rounds towards minus infinity.
inline int64_t FloorDivide(int64_t a, int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

/// The day, counted from 1970-01-01, in which the half hour lies.
inline int64_t DayOf(model::HalfHours when) { return FloorDivide(when, model::kDay); }

inline int64_t MonthsBefore(int64_t day, int months) {
  return model::DaysFromCivil(model::AddMonths(model::CivilFromDays(day), -months));
}

inline int64_t MonthsAfter(int64_t day, int months) {
  return model::DaysFromCivil(model::AddMonths(model::CivilFromDays(day), months));
}

/// The first and the last day of birth of those who complete `months` months on that day, or who would; the first is
/// after the last where there are none.
inline int64_t FirstBorn(int64_t as_of, int months) {
  int64_t day = MonthsBefore(as_of, months) - 4;
  while (MonthsAfter(day, months) < as_of) ++day;
  return day;
}
inline int64_t LastBorn(int64_t as_of, int months) {
  int64_t day = MonthsBefore(as_of, months) + 4;
  while (MonthsAfter(day, months) > as_of) --day;
  return day;
}

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_NAIVE_CALENDAR_H_
