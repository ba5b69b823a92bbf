#include "tests/property/random_time.h"

#include <algorithm>

#include "engine/model/onset.h"
#include "engine/model/time.h"

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

}  // namespace

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

model::TimeValue RandomTime(Random& random, model::Dictionary& dictionary) {
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
