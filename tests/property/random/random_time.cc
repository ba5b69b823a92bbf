#include "tests/property/random/random_time.h"

#include <algorithm>

#include "engine/model/time/onset.h"
#include "engine/model/time/time.h"
#include "tests/property/naive/calendar.h"

namespace muster::property {

using model::HalfHours;
using model::Interval;

namespace {

HalfHours RandomAge(Random& random) {
  switch (random.Below(6)) {
    case 0:
      return 0;
    case 1:
      return random.Between(-40, 40) * model::kWeek;
    case 2:
      return random.Between(0, 30) * model::kMonth;
    case 3:
      return random.Between(0, 90) * model::kYear + random.Between(0, 11) * model::kMonth;
    case 4:
      return random.Between(0, 20 * model::kYear);
    default:
      return random.Between(0, 70) * model::kYear;
  }
}

Interval RandomAgeRange(Random& random) {
  const HalfHours low = RandomAge(random);
  switch (random.Below(8)) {
    case 0:
      return {low, std::max(low, RandomAge(random))};
    case 1:
      return {low, low + model::kYear - 1};
    case 2:
      return {low, model::kEnd};
    case 3:
      return {model::kBeginning, low};
    default:
      return {low, low};
  }
}

/// Nothing, day, month or year.
Interval RandomCalendarSpan(Random& random, int first_year, int last_year) {
  model::CivilDate first{static_cast<int>(random.Between(first_year, last_year)), 1, 1};
  model::CivilDate next = model::AddMonths(first, 12);
  const size_t precision = random.Below(4);
  if (precision > 0) {
    first.month = static_cast<int>(random.Between(1, 12));
    next = model::AddMonths(first, 1);
  }
  HalfHours low = model::DaysFromCivil(first) * model::kDay;
  HalfHours high = model::DaysFromCivil(next) * model::kDay - 1;
  if (precision > 1) {
    const int64_t day = random.Chance(30) ? (high + 1) / model::kDay - 1 - low / model::kDay : random.Between(0, 27);
    low += day * model::kDay;
    high = low + model::kDay - 1;
  }
  if (precision == 3 && random.Chance(50)) low = high = low + random.Between(0, model::kDay - 1);
  return {low, high};
}

constexpr const char* kOnsetTerms[] = {"HP:0003577", "HP:0410280", "HP:0003593", "HP:0011463", "HP:0003621",
                                       "HP:0003581", "HP:0003584", "HP:0003674", "HP:0000002"};

/// A day near the middle of things: the same one, or some days or calendar months off.
int64_t RandomDay(Random& random, const Life& life) {
  constexpr int64_t kDays[] = {0, 0, 0, 1, 2, 7, 28, 29, 30, 31, 59, 60, 90, 365, 366};
  const int64_t sign = random.Chance(50) ? 1 : -1;
  if (random.Chance(60)) return life.about + sign * kDays[random.Below(std::size(kDays))];
  return MonthsBefore(life.about, static_cast<int>(sign * random.Between(1, 14)));
}

/// A day as exact as some are recorded.
Interval Blurred(Random& random, int64_t day) {
  const HalfHours low = day * model::kDay;
  switch (random.Below(14)) {
    case 0:
    case 1:
      return {low + 20, low + 20};
    case 2: {
      model::CivilDate month = model::CivilFromDays(day);
      month.day = 1;
      return {model::DaysFromCivil(month) * model::kDay,
              model::DaysFromCivil(model::AddMonths(month, 1)) * model::kDay - 1};
    }
    case 3:
      return {low, low + random.Between(1, 60) * model::kDay - 1};
    case 4:
      return {low, model::kEnd};
    case 5:
      return {model::kBeginning, low + model::kDay - 1};
    default:
      return {low, low + model::kDay - 1};
  }
}

/// The same as an age.
Interval BlurredAge(Random& random, int64_t day, const Life& life) {
  const HalfHours age = (day - life.born) * model::kDay;
  switch (random.Below(8)) {
    case 0:
      return {age / model::kMonth * model::kMonth, age / model::kMonth * model::kMonth};
    case 1:
      return {age, age + model::kMonth};
    case 2:
      return {age, age + model::kDay - 1};
    case 3:
      return random.Chance(50) ? Interval{age, model::kEnd} : Interval{model::kBeginning, age};
    default:
      return {age, age};
  }
}

model::TimeValue TimeInLife(Random& random, const Life& life) {
  const int64_t day = RandomDay(random, life);
  const size_t form = random.Below(8);
  model::TimeValue time;
  if (form != 0) time.date = Blurred(random, day);
  if (form < 3) time.age = BlurredAge(random, day, life);
  return time;
}

}  // namespace

Life RandomLife(Random& random) {
  const int64_t born = random.Between(-10000, 15000);
  return {born, born + random.Between(0, 25000)};
}

Interval RandomDate(Random& random, int first_year, int last_year) {
  const Interval span = RandomCalendarSpan(random, first_year, last_year);
  switch (random.Below(12)) {
    case 0:
      return {span.low, std::max(span.high, RandomCalendarSpan(random, first_year, last_year).high)};
    case 1:
      return {span.low, model::kEnd};
    case 2:
      return {model::kBeginning, span.high};
    default:
      return span;
  }
}

model::TimeValue RandomTime(Random& random, const Life& life, model::Dictionary& dictionary) {
  if (random.Chance(55)) return TimeInLife(random, life);
  model::TimeValue time;
  const size_t form = random.Below(10);
  if (form < 5 || form == 9) time.age = RandomAgeRange(random);
  if (form == 5 || form == 6 || form == 9) time.date = RandomDate(random, 1990, 2024);
  if (form == 7 || form == 8 || (form == 9 && random.Chance(30))) {
    const char* code = kOnsetTerms[random.Below(std::size(kOnsetTerms))];
    time.term = dictionary.Intern(code);
    const std::optional<Interval> bounds = model::OnsetBounds(code);
    if (time.age.empty() && bounds) time.age = *bounds;
  }
  return time;
}

}  // namespace muster::property
