#include "engine/model/record/plausibility.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <iterator>
#include <optional>

namespace muster::model {
namespace {

// What databases and spreadsheets begin and end with, or write for "none".
constexpr CivilDate kDefaultDays[] = {
    {1, 1, 1},    {1582, 10, 15}, {1753, 1, 1},  {1800, 1, 1},   {1899, 12, 30}, {1899, 12, 31}, {1900, 1, 1},
    {2079, 6, 6}, {2099, 12, 31}, {2262, 4, 11}, {2999, 12, 31}, {9999, 1, 1},   {9999, 12, 31},
};
constexpr int kFirstYear = 1850;
constexpr int kLastYear = 2099;
// Reports, autopsies and the last entries of a chart follow death.
constexpr HalfHours kAfterDeath = 31 * kDay;

bool IsUnbounded(HalfHours bound) { return bound <= kBeginning || bound >= kEnd; }

// How long after death such a time may be; nullopt: at any time, as of what is done with samples.
std::optional<HalfHours> LatestAfterDeath(FieldId field) {
  switch (field) {
    case field::kPhenotypeOnset:
    case field::kPhenotypeResolution:
    case field::kDiseaseOnset:
    case field::kDiseaseResolution:
    case field::kTreatmentStart:
    case field::kExposureStart:
    case field::kEnrolment:
      return 0;
    case field::kLastContact:
    case field::kDiseaseDiagnosis:
    case field::kMeasurementTime:
    case field::kTreatmentEnd:
    case field::kProcedurePerformed:
      return kAfterDeath;
    default:
      return std::nullopt;
  }
}

bool IsAfterDeath(FieldId field, const TimeValue& time, const TimeValue& death) {
  const std::optional<HalfHours> later = LatestAfterDeath(field);
  if (!later.has_value()) return false;
  if (!time.date.empty() && !death.date.empty()) {
    return !IsUnbounded(time.date.low) && !IsUnbounded(death.date.high) &&
           DayOf(time.date.low) > DayOf(death.date.high + *later);
  }
  // An age at death is mostly one in completed years.
  return !time.age.empty() && !death.age.empty() && !IsUnbounded(time.age.low) && !IsUnbounded(death.age.high) &&
         time.age.low >= death.age.high + kYear + *later;
}

// Why nothing could have happened to someone born then on this date.
std::string_view WhyNotInLife(const Interval& birth, const Interval& date) {
  // Mostly it is: within a hundred years of birth, whatever the calendar says.
  if (date.low >= birth.high && date.high - birth.low < 100 * kYear) return {};
  const Interval age = AgeBetween(birth, date);
  if (age.empty()) return {};
  if (!IsUnbounded(age.high) && age.high < -kMaxGestation) return "it is before the pregnancy began";
  if (!IsUnbounded(age.low) && age.low > kOldest) return "nobody becomes older than 130 years";
  return {};
}

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
      [[fallthrough]];
    case field::kExposureValue:
    case field::kRunDepth:
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
  Interval birth;
  TimeValue death;
  for (const FieldValue& value : record.rows[0].values) {
    if (value.field == field::kBirth) birth = std::get<TimeValue>(value.value).date;
    if (value.field == field::kDeath) death = std::get<TimeValue>(value.value);
  }
  // A death that cannot be true says nothing of other times.
  const bool possible = birth.empty() || death.date.empty() || WhyNotInLife(birth, death.date).empty();
  const bool dead = possible && (!death.date.empty() || !death.age.empty());
  if (birth.empty() && !dead) return taken;
  std::array<size_t, kEntityCount> numbers{};
  for (Row& row : record.rows) {
    const size_t number = numbers[static_cast<size_t>(row.entity)]++;
    bool nothing_left = false;
    for (FieldValue& value : row.values) {
      auto* time = std::get_if<TimeValue>(&value.value);
      if (time == nullptr || value.field == field::kBirth) continue;
      std::string_view reason;
      if (!birth.empty() && !time->date.empty()) reason = WhyNotInLife(birth, time->date);
      const bool of_date = !reason.empty() || !time->date.empty();
      if (reason.empty() && dead && value.field != field::kDeath && IsAfterDeath(value.field, *time, death)) {
        reason = "it is after death";
      }
      if (reason.empty()) continue;
      taken.push_back(
          {row.entity, number, value.field, of_date ? FormatDate(time->date) : FormatAge(time->age), reason});
      const bool age_follows = of_date && !birth.empty() && time->age == AgeAtEvent(birth, time->date);
      if (age_follows || !of_date || reason == "it is after death") time->age = Interval();
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
