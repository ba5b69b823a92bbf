#include "engine/model/record/life_bounds.h"

#include <algorithm>
#include <optional>
#include <variant>

#include "engine/model/record/plausibility.h"
#include "engine/model/schema/schema.h"
#include "engine/model/time/time.h"

namespace muster::model {
namespace {

// Reports, autopsies and the last entries of a chart follow death.
constexpr HalfHours kAfterDeath = 31 * kDay;

bool IsBoundless(HalfHours bound) { return bound <= kBeginning || bound >= kEnd; }

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
    return !IsBoundless(time.date.low) && !IsBoundless(death.date.high) &&
           DayOf(time.date.low) > DayOf(death.date.high + *later);
  }
  // An age at death is mostly one in completed years.
  return !time.age.empty() && !death.age.empty() && !IsBoundless(time.age.low) && !IsBoundless(death.age.high) &&
         time.age.low >= death.age.high + kYear + *later;
}

// Why nothing could have happened to someone born then on this date.
std::string_view WhyNotInLife(const Interval& birth, const Interval& date) {
  // Mostly it is: within a hundred years of birth, whatever the calendar says.
  if (date.low >= birth.high && date.high - birth.low < 100 * kYear) return {};
  const Interval age = AgeBetween(birth, date);
  if (age.empty()) return {};
  if (!IsBoundless(age.high) && age.high < -kMaxGestation) return "it is before the pregnancy began";
  if (!IsBoundless(age.low) && age.low > kOldest) return "nobody becomes older than 130 years";
  return {};
}

}  // namespace

LifeBounds::LifeBounds(const Row& self) {
  for (const FieldValue& value : self.values) {
    if (value.field == field::kBirth) birth_ = std::get<TimeValue>(value.value).date;
    if (value.field == field::kDeath) death_ = std::get<TimeValue>(value.value);
  }
  // A death that cannot be true says nothing of other times.
  const bool possible = birth_.empty() || death_.date.empty() || WhyNotInLife(birth_, death_.date).empty();
  dead_ = possible && (!death_.date.empty() || !death_.age.empty());
}

std::string_view LifeBounds::WhyNot(FieldId field, const TimeValue& time) const {
  if (field == field::kBirth) return {};
  std::string_view reason;
  if (!birth_.empty() && !time.date.empty()) reason = WhyNotInLife(birth_, time.date);
  if (reason.empty() && dead_ && field != field::kDeath && IsAfterDeath(field, time, death_)) return kAfterDeathReason;
  return reason;
}

bool LifeBounds::AllowBelow(const Record& record) const {
  if (!known()) return true;
  return std::all_of(record.rows.begin() + 1, record.rows.end(), [&](const Row& row) {
    return std::ranges::all_of(row.values, [&](const FieldValue& value) {
      const auto* time = std::get_if<TimeValue>(&value.value);
      return time == nullptr || WhyNot(value.field, *time).empty();
    });
  });
}

}  // namespace muster::model
