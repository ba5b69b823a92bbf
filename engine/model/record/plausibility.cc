#include "engine/model/record/plausibility.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <iterator>

#include "engine/model/record/life_bounds.h"

namespace muster::model {
namespace {

// What databases and spreadsheets begin and end with, or write for "none".
constexpr CivilDate kDefaultDays[] = {
    {1, 1, 1},    {1582, 10, 15}, {1753, 1, 1},  {1800, 1, 1},   {1899, 12, 30}, {1899, 12, 31}, {1900, 1, 1},
    {2079, 6, 6}, {2099, 12, 31}, {2262, 4, 11}, {2999, 12, 31}, {9999, 1, 1},   {9999, 12, 31},
};
constexpr int kFirstYear = 1850;
constexpr int kLastYear = 2099;

bool IsUnbounded(HalfHours bound) { return bound <= kBeginning || bound >= kEnd; }

// -999, -9999, ...: at least three nines.
bool IsMinusNines(double number) {
  if (number > -999 || number < -1e12) return false;
  const double with_one = 1 - number;  // 1000, 10000, ...
  const double digits = std::round(std::log10(with_one));
  return with_one == std::pow(10.0, digits);
}

}  // namespace

std::string_view WhyNoDate(const Interval& date) {
  if (date == Interval{0, 0}) return "1970-01-01T00:00:00Z is how computers write no time";
  static const int64_t first_day = DaysFromCivil({kFirstYear, 1, 1});
  static const int64_t last_day = DaysFromCivil({kLastYear, 12, 31});
  static const auto& defaults = *[] {
    auto* days = new std::array<int64_t, std::size(kDefaultDays)>;
    std::transform(std::begin(kDefaultDays), std::end(kDefaultDays), days->begin(), DaysFromCivil);
    return days;
  }();
  const int64_t day = DayOf(date.low);
  if (DayOf(date.high) == day && std::find(defaults.begin(), defaults.end(), day) != defaults.end()) {
    return "such a day stands for a date that is not known";
  }
  if (day < first_day || day > last_day) return "it is not a date in the life of anybody in a registry";
  return {};
}

bool IsInFuture(const Interval& date) {
  if (date.empty() || IsUnbounded(date.low)) return false;
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const int64_t today = std::chrono::duration_cast<std::chrono::hours>(now).count() / 24;
  return DayOf(date.low) > today + 1;
}

std::string_view WhyNoAge(HalfHours age) {
  if (age < 0) return "it is negative";
  if (age > kOldest) return "nobody becomes older than 130 years";
  return {};
}

std::string_view WhyNoNumber(FieldId field, double number) {
  if (IsMinusNines(number)) return "such a number stands for a value that is not known";
  constexpr double kMaxAge = static_cast<double>(kOldest) / static_cast<double>(kDay);  // in days
  switch (field) {
    case field::kSurvival:
    case field::kExposureDuration:
      if (number > kMaxAge) return "it is longer than 130 years";
      return number < 0 ? "it is negative" : std::string_view();
    case field::kRunBreadth:
      if (number > 100) return "it is a share in per cent, and above 100";
      return number < 0 ? "it is negative" : std::string_view();
    case field::kRunDepth:
      if (number > 1e6) return "it is a number of reads, and no depth";
      [[fallthrough]];
    case field::kExposureValue:
    case field::kProcedureDosage:
    case field::kProcedureFractions:
    case field::kVariantPosition:
      return number < 0 ? "it is negative" : std::string_view();
    default:
      return {};
  }
}

std::vector<ImplausibleTime> TakeImplausibleTimes(Record& record) {
  std::vector<ImplausibleTime> taken;
  const LifeBounds life(record.rows[0]);
  if (!life.known()) return taken;
  std::array<size_t, kEntityCount> numbers{};
  for (Row& row : record.rows) {
    const size_t number = numbers[static_cast<size_t>(row.entity)]++;
    bool nothing_left = false;
    for (FieldValue& value : row.values) {
      auto* time = std::get_if<TimeValue>(&value.value);
      if (time == nullptr) continue;
      const std::string_view reason = life.WhyNot(value.field, *time);
      if (reason.empty()) continue;
      const bool of_date = !time->date.empty();
      taken.push_back(
          {row.entity, number, value.field, of_date ? FormatDate(time->date) : FormatAge(time->age), reason});
      const bool age_follows = of_date && !life.birth().empty() && time->age == AgeAtEvent(life.birth(), time->date);
      if (age_follows || !of_date || reason == kAfterDeathReason) time->age = Interval();
      time->date = Interval();
      nothing_left = nothing_left || *time == TimeValue{};
    }
    if (nothing_left) {
      std::erase_if(row.values, [](const FieldValue& value) {
        const auto* time = std::get_if<TimeValue>(&value.value);
        return time != nullptr && *time == TimeValue{};
      });
    }
  }
  return taken;
}

}  // namespace muster::model
