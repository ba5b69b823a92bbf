#include "engine/model/time/time.h"

#include <algorithm>
#include <cmath>

#include "engine/model/text/text.h"

namespace muster::model {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

int DaysInMonth(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : kDays[month - 1];
}

int64_t FloorDiv(int64_t a, int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

/// Takes "12", "012" or "1.5" from the front of `text`. Digits that change no half hour are read and dropped.
bool TakeDecimal(std::string_view& text, long double& out) {
  out = 0;
  size_t i = 0;
  for (; i < text.size() && IsDigit(text[i]); ++i) out = out * 10 + (text[i] - '0');
  if (i == 0) return false;
  if (i < text.size() && (text[i] == '.' || text[i] == ',')) {
    const size_t start = ++i;
    long double place = 1;
    for (; i < text.size() && IsDigit(text[i]); ++i) {
      place /= 10;
      out += (text[i] - '0') * place;
    }
    if (i == start) return false;
  }
  text.remove_prefix(i);
  return true;
}

struct Part {
  char letter;
  long double half_hours;
};
constexpr Part kDateParts[] = {{'Y', kYear}, {'M', kMonth}, {'W', kWeek}, {'D', kDay}};
constexpr Part kTimeParts[] = {{'H', 2}, {'M', 1 / 30.0L}, {'S', 1 / 1800.0L}};

/// Takes parts in their order, each at most once, up to the end of `text` or a 'T'.
template <size_t N>
bool TakeParts(std::string_view& text, const Part (&parts)[N], long double& sum, bool& any) {
  size_t next = 0;
  while (!text.empty() && text.front() != 'T') {
    long double number;
    if (!TakeDecimal(text, number) || text.empty()) return false;
    while (next < N && parts[next].letter != text.front()) ++next;
    if (next == N) return false;
    text.remove_prefix(1);
    sum += number * parts[next++].half_hours;
    any = true;
  }
  return true;
}

absl::Status NoDuration(std::string_view text) {
  return absl::InvalidArgumentError(Concat({"'", text.substr(0, 60), "' is not an ISO 8601 duration"}));
}

}  // namespace

absl::StatusOr<HalfHours> ParseIsoDuration(std::string_view text) {
  std::string_view rest = text;
  bool negative = false;
  if (!rest.empty() && (rest.front() == '-' || rest.front() == '+')) {
    negative = rest.front() == '-';
    rest.remove_prefix(1);
  }
  if (rest.empty() || rest.front() != 'P') return NoDuration(text);
  rest.remove_prefix(1);
  long double sum = 0;
  bool any = false;
  if (!TakeParts(rest, kDateParts, sum, any)) return NoDuration(text);
  if (!rest.empty()) {
    rest.remove_prefix(1);
    any = false;  // a 'T' must be followed by something
    if (!TakeParts(rest, kTimeParts, sum, any) || !rest.empty()) return NoDuration(text);
  }
  if (!any) return NoDuration(text);
  if (!(sum < static_cast<long double>(kEnd) - 1)) {
    return absl::InvalidArgumentError(Concat({"the duration '", text.substr(0, 60), "' is too long"}));
  }
  const HalfHours rounded = std::llround(sum);
  return negative ? -rounded : rounded;
}

absl::StatusOr<HalfHours> AgeOfGestation(double days) {
  constexpr double kTermDays = static_cast<double>(kTerm / kDay);
  constexpr double kMaxDays = kTermDays + 28;
  if (!(days >= 0 && days <= kMaxDays)) {
    return absl::InvalidArgumentError("a gestational age is one from 0 to 44 weeks");
  }
  if (days < kTermDays) return static_cast<HalfHours>(std::floor(days * kDay)) - kTerm;
  return static_cast<HalfHours>(std::floor(days - kMaxDays)) - 1;
}

// Days from and to civil dates after Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms": years begin in
// March, so that the leap day comes last, and are taken in cycles of 400.
int64_t DaysFromCivil(CivilDate date) {
  const int64_t year = date.year - (date.month <= 2 ? 1 : 0);
  const int64_t cycle = FloorDiv(year, 400);
  const int64_t year_of_cycle = year - cycle * 400;
  const int64_t day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  const int64_t day_of_cycle = year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_year;
  return cycle * 146097 + day_of_cycle - 719468;
}

CivilDate CivilFromDays(int64_t days) {
  days += 719468;
  const int64_t cycle = FloorDiv(days, 146097);
  const int64_t day_of_cycle = days - cycle * 146097;
  const int64_t year_of_cycle =
      (day_of_cycle - day_of_cycle / 1460 + day_of_cycle / 36524 - day_of_cycle / 146096) / 365;
  const int64_t day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
  const int64_t shifted_month = (5 * day_of_year + 2) / 153;
  CivilDate date;
  date.day = static_cast<int>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  date.month = static_cast<int>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  date.year = static_cast<int>(year_of_cycle + cycle * 400 + (date.month <= 2 ? 1 : 0));
  return date;
}

CivilDate AddMonths(CivilDate date, int months) {
  const int64_t count = static_cast<int64_t>(date.year) * 12 + date.month - 1 + months;
  CivilDate result;
  result.year = static_cast<int>(FloorDiv(count, 12));
  result.month = static_cast<int>(count - FloorDiv(count, 12) * 12) + 1;
  result.day = std::min(date.day, DaysInMonth(result.year, result.month));
  return result;
}

namespace {

/// Completed years, months and days from one day to a later one; whole days when it is earlier.
HalfHours AgeInDays(int64_t birth, int64_t when) {
  if (when < birth) return (when - birth) * kDay;
  const CivilDate from = CivilFromDays(birth);
  const CivilDate to = CivilFromDays(when);
  int months = (to.year - from.year) * 12 + to.month - from.month;
  int64_t last = DaysFromCivil(AddMonths(from, months));
  if (last > when) last = DaysFromCivil(AddMonths(from, --months));
  return months * kMonth + (when - last) * kDay;
}

}  // namespace

Interval AgeBetween(Interval birth, Interval when) {
  if (birth.empty() || when.empty()) return {};
  Interval age{kBeginning, kEnd};
  const auto is_open = [](HalfHours bound) { return bound <= kBeginning || bound >= kEnd; };
  if (!is_open(birth.high) && !is_open(when.low)) {
    age.low = AgeInDays(DayOf(birth.high), DayOf(when.low));
  }
  if (!is_open(birth.low) && !is_open(when.high)) {
    age.high = AgeInDays(DayOf(birth.low), DayOf(when.high));
  }
  age.high = std::max(age.low, age.high);
  return age;
}

int64_t LatestBirth(int64_t day, HalfHours age) {
  // Who is born later is not older. N calendar months differ from N mean months by a bounded number of days.
  const HalfHours days = age / kDay;
  const int64_t margin = 64 + (days < 0 ? -days : days) / 1000;
  int64_t born = day - days - margin;
  int64_t not_born = day - days + margin;
  while (born + 1 < not_born) {
    const int64_t middle = born + (not_born - born) / 2;
    (AgeInDays(middle, day) >= age ? born : not_born) = middle;
  }
  return born;
}

Interval AgeAtEvent(Interval birth, Interval when) {
  Interval age = AgeBetween(birth, when);
  if (!age.empty() && age.high >= -kTerm) age.low = std::max(age.low, -kTerm);
  return age;
}

}  // namespace muster::model
