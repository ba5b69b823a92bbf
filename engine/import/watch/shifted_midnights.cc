#include "engine/import/watch/shifted_midnights.h"

#include <algorithm>
#include <cstdio>
#include <string>
#include <variant>

#include "engine/model/text/text.h"
#include "engine/model/time/time.h"

namespace muster::import {
namespace {

constexpr RemarkKind kShifted{
    ImportProblem::Kind::kNote,
    "dates that are all at one or two times of the day: midnights of another time zone, and a day too early",
    "nothing, if these are the hours; else write the dates without a time, or with their zone "
    "(1980-05-17T00:00:00+02:00): until then they are the days before, and ages follow",
    RemarkPlace::kFirst};

constexpr size_t kSlots = 48;
constexpr size_t kHour = 2;
constexpr size_t kNoon = 24;
// The earliest midnight of a zone in UTC, where clocks are 13 hours ahead.
constexpr size_t kEarliest = 22;
constexpr uint64_t kFewest = 10;

std::string TimeOf(size_t slot) {
  char text[16];
  std::snprintf(text, sizeof text, "%02d:%02d", static_cast<int>(slot / 2), slot % 2 == 0 ? 0 : 30);
  return text;
}

// What is known by days. (Others happen at an hour: a drug is taken at 22:00.)
bool IsOfDays(model::FieldId field) {
  using namespace model::field;
  return field == kBirth || field == kDiseaseDiagnosis || field == kDiseaseOnset || field == kPhenotypeOnset;
}

}  // namespace

void ShiftedMidnights::Look(const model::Record& record) {
  for (const model::Row& row : record.rows) {
    for (const model::FieldValue& value : row.values) {
      const auto* time = std::get_if<model::TimeValue>(&value.value);
      if (time == nullptr || time->date.low != time->date.high) continue;
      const int64_t day = model::DayOf(time->date.low);
      const auto slot = static_cast<size_t>(time->date.low - day * model::kDay);
      Times& times = times_[value.field];
      ++times.all;
      ++times.slots[slot];
      const int month = model::CivilFromDays(day).month;
      if (month >= 11 || month <= 2) ++times.winter[slot];
      if (month >= 5 && month <= 8) ++times.summer[slot];
    }
  }
}

void ShiftedMidnights::ReportField(model::FieldId field, const Times& times, Reporter& reporter) {
  if (times.all < kFewest) return;
  // In summer clocks are an hour ahead, and midnight is an hour earlier in UTC.
  uint64_t most = 0;
  size_t summer = 0;
  for (size_t slot = kEarliest; slot < kSlots; ++slot) {
    const uint64_t both = times.slots[slot] + times.slots[(slot + kHour) % kSlots];
    if (both <= most) continue;
    most = both;
    summer = slot;
  }
  const size_t winter = (summer + kHour) % kSlots;
  if (most * 10 < times.all * 9) return;
  const uint64_t in_summer = times.slots[summer];
  const uint64_t in_winter = times.slots[winter];
  const auto part = [&](uint64_t count) { return count * 5 >= most; };
  const bool two = part(in_summer) && part(in_winter);
  // Midnight itself, and noon, by which days are written that no zone is to change.
  if (!two && !part(in_summer) && (winter == 0 || winter == kNoon)) return;
  if (!two && part(in_summer) && summer == kNoon) return;
  const bool by_season = two && times.winter[summer] * 10 <= times.winter[winter] &&
                         times.summer[winter] * 10 <= times.summer[summer] && times.winter[winter] > 0 &&
                         times.summer[summer] > 0;
  if (!IsOfDays(field) && !by_season) return;
  const model::Field& info = model::Info(field);
  std::string hours = TimeOf(two || part(in_summer) ? summer : winter);
  if (two) hours.append(" or ").append(TimeOf(winter));
  reporter.Report(kShifted, model::Concat({"/", model::Info(info.entity).name, "/", info.name}), hours,
                  model::Concat({std::to_string(most), " of ", std::to_string(times.all), " times are at ", hours}));
}

void ShiftedMidnights::Report(Reporter& reporter) const {
  reporter.ReturnTo({}, 0);
  reporter.SetId({});
  for (const auto& [field, times] : times_) ReportField(field, times, reporter);
}

}  // namespace muster::import
