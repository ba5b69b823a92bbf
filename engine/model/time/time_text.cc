// Dates read from ISO 8601, dates and ages written for people.

#include <cstdio>

#include "engine/model/text/text.h"
#include "engine/model/time/time.h"

namespace muster::model {
namespace {

constexpr int64_t kMinutesPerDay = 24 * 60;

int64_t FloorDiv(int64_t a, int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

/// Takes exactly `digits` digits from the front of `text`.
bool TakeNumber(std::string_view& text, size_t digits, int& out) {
  if (text.size() < digits) return false;
  out = 0;
  for (size_t i = 0; i < digits; ++i) {
    if (text[i] < '0' || text[i] > '9') return false;
    out = out * 10 + (text[i] - '0');
  }
  text.remove_prefix(digits);
  return true;
}

bool TakeChar(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

/// "Z", "+02", "+0200", "+02:00" or nothing.
bool SkipOffset(std::string_view& text) {
  if (text.empty() || TakeChar(text, 'Z')) return true;
  if (!TakeChar(text, '-') && !TakeChar(text, '+')) return false;
  int hour = 0, minute = 0;
  if (!TakeNumber(text, 2, hour)) return false;
  if (!text.empty()) {
    TakeChar(text, ':');
    if (!TakeNumber(text, 2, minute)) return false;
  }
  return hour <= 18 && minute <= 59;
}

/// "10:30", "10:30:00", "10:30:00.25" and an offset: minutes after midnight, as they are written. The offset is not
/// applied, since the day that is written is the day on which it was; 24:00 is of the next day.
bool TakeTime(std::string_view text, int64_t& out) {
  int hour, minute, second = 0;
  if (!TakeNumber(text, 2, hour) || !TakeChar(text, ':') || !TakeNumber(text, 2, minute)) return false;
  if (TakeChar(text, ':')) {
    if (!TakeNumber(text, 2, second)) return false;
    if (TakeChar(text, '.') || TakeChar(text, ',')) {
      int digit;
      if (!TakeNumber(text, 1, digit)) return false;
      while (TakeNumber(text, 1, digit)) {
      }
    }
  }
  if (!SkipOffset(text) || !text.empty()) return false;
  const bool end_of_day = hour == 24 && minute == 0 && second == 0;
  if ((hour > 23 && !end_of_day) || minute > 59 || second > 60) return false;  // 60: a leap second
  out = hour * 60 + minute;
  return true;
}

bool ParseDate(std::string_view text, Interval& out) {
  CivilDate date;
  if (!TakeNumber(text, 4, date.year) || date.year < 1) return false;
  CivilDate next = date;
  if (text.empty()) {
    next = AddMonths(date = {date.year, 1, 1}, 12);
  } else {
    if (!TakeChar(text, '-') || !TakeNumber(text, 2, date.month) || date.month < 1 || date.month > 12) return false;
    next = AddMonths({date.year, date.month, 1}, 1);
  }
  const int64_t end = DaysFromCivil(next);
  int64_t first = DaysFromCivil({date.year, date.month, 1});
  if (text.empty()) {
    out = {first * kDay, end * kDay - 1};
    return true;
  }
  if (!TakeChar(text, '-') || !TakeNumber(text, 2, date.day)) return false;
  first += date.day - 1;
  if (date.day < 1 || first >= end) return false;
  if (text.empty()) {
    out = {first * kDay, (first + 1) * kDay - 1};
    return true;
  }
  int64_t minutes;
  if (!TakeChar(text, 'T') || !TakeTime(text, minutes)) return false;
  const HalfHours when = FloorDiv(first * kMinutesPerDay + minutes, 30);
  out = {when, when};
  return true;
}

bool IsOpenBelow(Interval interval) { return interval.low <= kBeginning; }
bool IsOpenAbove(Interval interval) { return interval.high >= kEnd; }

std::string Count(HalfHours count, std::string_view unit) {
  return Concat({std::to_string(count), " ", unit, count == 1 ? "" : "s"});
}

/// "34 years 5 months", "6 weeks", "36 hours": what is not zero of it.
std::string FormatLength(HalfHours length) {
  if (length % kWeek == 0 && length < kYear && length % kMonth != 0) return Count(length / kWeek, "week");
  std::string text;
  const auto add = [&text](const std::string& part) { text += (text.empty() ? "" : " ") + part; };
  const HalfHours years = length / kYear;
  const HalfHours months = length % kYear / kMonth;
  const HalfHours days = length % kMonth / kDay;
  const HalfHours half_hours = length % kMonth % kDay;
  if (years > 0) add(Count(years, "year"));
  if (months > 0) add(Count(months, "month"));
  if (days > 0) add(Count(days, "day"));
  if (length < kMonth) {
    if (half_hours / 2 > 0) add(Count(half_hours / 2, "hour"));
    if (half_hours % 2 > 0 && days == 0) add("30 minutes");
  }
  return text.empty() ? "0 days" : text;
}

std::string FormatBound(HalfHours age) {
  if (age == 0) return "birth";
  return age < 0 ? Concat({FormatLength(-age), " before birth"}) : FormatLength(age);
}

/// A bound that ends just before a whole month, week or day is shown as that: "1 year to 5 years", not "to 4 years 11
/// months 30 days".
HalfHours RoundedUp(HalfHours high) {
  const HalfHours next = high + 1;
  return next % kMonth == 0 || next % kDay == 0 ? next : high;
}

std::string FormatDay(HalfHours when) {
  const CivilDate date = CivilFromDays(DayOf(when));
  char text[48];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
  return text;
}

}  // namespace

absl::StatusOr<Interval> ParseIsoDate(std::string_view text) {
  Interval interval;
  if (!ParseDate(text, interval)) {
    return absl::InvalidArgumentError(Concat({"'", text.substr(0, 60), "' is not an ISO 8601 date"}));
  }
  return interval;
}

std::string FormatAge(Interval age) {
  if (age.empty()) return "";
  if (IsOpenBelow(age) && IsOpenAbove(age)) return "any age";
  if (age.low == age.high) return FormatBound(age.low);
  if (IsOpenAbove(age)) return Concat({"from ", FormatBound(age.low)});
  if (IsOpenBelow(age)) return Concat({"up to ", FormatBound(RoundedUp(age.high))});
  const std::string low = FormatBound(age.low);
  const std::string high = FormatBound(RoundedUp(age.high));
  return low == high ? low : Concat({low, " to ", high});
}

std::string FormatDate(Interval date) {
  if (date.empty()) return "";
  if (IsOpenBelow(date) || IsOpenAbove(date)) {
    return Concat(
        {IsOpenBelow(date) ? ".." : FormatDay(date.low), "/", IsOpenAbove(date) ? ".." : FormatDay(date.high)});
  }
  if (date.low == date.high) {
    const HalfHours of_day = date.low - DayOf(date.low) * kDay;
    char text[16];
    std::snprintf(text, sizeof text, "T%02d:%02d", static_cast<int>(of_day / 2), of_day % 2 == 0 ? 0 : 30);
    return Concat({FormatDay(date.low), text});
  }
  const std::string low = FormatDay(date.low);
  const std::string high = FormatDay(date.high);
  return low == high ? low : Concat({low, "/", high});
}

}  // namespace muster::model
