// When something was: ages, dates and their bounds.
#ifndef MUSTER_ENGINE_MODEL_TIME_TIME_H_
#define MUSTER_ENGINE_MODEL_TIME_TIME_H_

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace muster::model {

/// Ages and dates are counted in half hours, so that the year of 365.25 days (17,532), its twelfth (1,461), the week
/// and the day are whole numbers. Ages run from birth (before it: negative), dates from 1970-01-01T00:00.
using HalfHours = int64_t;
inline constexpr HalfHours kDay = 48;
inline constexpr HalfHours kWeek = 7 * kDay;
inline constexpr HalfHours kMonth = 1461;
inline constexpr HalfHours kYear = 12 * kMonth;
/// Length of pregnancy from which a gestational age is turned into an age before birth: 40 weeks.
inline constexpr HalfHours kTerm = 40 * kWeek;

/// The age before birth of a gestational age in days. Whoever was not born yet at 40 weeks or later was so for a while:
/// these days are the last half hours before birth, in their order. InvalidArgument below 0 and beyond 44 weeks.
absl::StatusOr<HalfHours> AgeOfGestation(double days);

/// A bound that is not known; an open interval has one of these.
inline constexpr HalfHours kBeginning = std::numeric_limits<int32_t>::min();
inline constexpr HalfHours kEnd = std::numeric_limits<int32_t>::max();

/// The day in which `time` is: of a date, counted from 1970-01-01.
constexpr int64_t DayOf(HalfHours time) { return time / kDay - (time % kDay < 0 ? 1 : 0); }

/// Both ends included. Certain when low == high.
struct Interval {
  HalfHours low = 0;
  HalfHours high = -1;
  bool empty() const { return low > high; }  ///< not recorded
  friend bool operator==(const Interval&, const Interval&) = default;
};

/// An ISO 8601 duration as found in the wild: any of years, months, weeks, days, hours, minutes, seconds, each with or
/// without leading zeros or a decimal fraction on any part ("P1Y89M", "P0D", "P2Y3W", "P06M", "PT36H", "-P2D").
/// Years of 365.25 days, months of a twelfth of that. Rounded to the half hour. InvalidArgument otherwise.
absl::StatusOr<HalfHours> ParseIsoDuration(std::string_view text);

/// A civil date: month and day are 1-based.
struct CivilDate {
  int year = 1970;
  int month = 1;
  int day = 1;
};
/// Days since 1970-01-01 of a proleptic Gregorian date, and back.
int64_t DaysFromCivil(CivilDate date);
CivilDate CivilFromDays(int64_t days);
/// `date` moved by whole months; the day is cut to the month's last.
CivilDate AddMonths(CivilDate date, int months);

/// "2024", "2024-05", "2024-05-17", "2024-05-17T10:30:00Z" (fraction and offset allowed): its interval, in half hours.
/// InvalidArgument for anything else, also for impossible dates.
absl::StatusOr<Interval> ParseIsoDate(std::string_view text);

/// The age at `when` of somebody born at `birth`, by the calendar: completed years, months and days in the units above.
/// A month without the day of birth is completed on its last day: somebody born on 29 February is a year older on 28
/// February of a common year. Its bounds follow from the bounds of both.
Interval AgeBetween(Interval birth, Interval when);

/// The last date of birth, in days since 1970-01-01, of people who are at least `age` on `day`, counted as by
/// AgeBetween.
int64_t LatestBirth(int64_t day, HalfHours age);

/// AgeBetween of something that happened to the person: imprecise dates do not make it earlier than conception.
Interval AgeAtEvent(Interval birth, Interval when);

/// "34 years 5 months", for people. Bounded intervals as "1 year to 5 years", open ones as "from 16 years".
std::string FormatAge(Interval age);
/// "2024-05-17", or "2024-05-01/2024-05-31".
std::string FormatDate(Interval date);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_TIME_TIME_H_
