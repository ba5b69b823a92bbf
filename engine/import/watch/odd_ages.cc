#include "engine/import/watch/odd_ages.h"

#include <algorithm>
#include <variant>

#include "engine/model/text/text.h"
#include "engine/model/time/time.h"

namespace muster::import {
namespace {

constexpr RemarkKind kMayBeMissing{ImportProblem::Kind::kNote,
                                   "age of 88, 98 or 99 years far above all others, which may stand for a missing one",
                                   "nothing, if these people were so old; else let the mapping name it, \"missing\": "
                                   "[\"99\"] of the column: until then it is compared like any other age"};

constexpr RemarkKind kDaysOfYears{ImportProblem::Kind::kNote,
                                  "ages in days that are all whole years: most are a day or more short of the birthday",
                                  "let the table's column be whole years, \"age\": \"years\", or give the days "
                                  "themselves: a year has 365.25 days here, and 6570 days are not yet 18 years"};

bool IsSuspect(int64_t years) { return years == 88 || years == 98 || years == 99; }

constexpr uint64_t kFewestOthers = 10;
constexpr int64_t kFarAbove = 15 * model::kYear;

constexpr uint64_t kFewestOfDays = 10;
// Visits at fixed ages (365, 730, 1095 days) are of fewer.
constexpr size_t kFewestYears = 8;
constexpr int64_t kDaysOfYear = 365;

std::string WhereOf(model::FieldId field) {
  const model::Field& info = model::Info(field);
  return model::Concat({"/", model::Info(info.entity).name, "/", info.name});
}

std::string YearsOf(int64_t age) { return std::to_string(age / model::kYear); }

}  // namespace

void OddAges::Look(const model::Record& record) {
  ++records_;
  for (const model::Row& row : record.rows) {
    for (const model::FieldValue& value : row.values) {
      const auto* time = std::get_if<model::TimeValue>(&value.value);
      if (time == nullptr || time->age.empty() || !time->date.empty() || time->age.low < 0) continue;
      Ages& ages = ages_[value.field];
      const int64_t age = time->age.low;
      CountDays(ages, age, record.id);
      const int64_t years = age / model::kYear;
      if (age % model::kYear != 0 || !IsSuspect(years)) {
        if (ages.last != records_) ++ages.others;
        ages.last = records_;
        ages.low = std::min(ages.low, age);
        // Of a span, its end: "from 16 years" may be 99.
        ages.high = std::max(ages.high, time->age.high);
        continue;
      }
      auto suspect = std::find_if(ages.suspects.begin(), ages.suspects.end(),
                                  [&](const Suspect& known) { return known.years == years; });
      if (suspect == ages.suspects.end()) {
        suspect = ages.suspects.insert(suspect, Suspect{years, 0, 0, record.id});
      }
      if (suspect->last != records_) ++suspect->records;
      suspect->last = records_;
    }
  }
}

void OddAges::CountDays(Ages& ages, int64_t age, const std::string& id) {
  if (age < model::kYear / 2) return;
  ++ages.all;
  if (age % model::kDay != 0) return;
  const int64_t days = age / model::kDay;
  const int64_t years = (age + model::kYear / 2) / model::kYear;
  const int64_t from_year = age > years * model::kYear ? age - years * model::kYear : years * model::kYear - age;
  const bool of_365 = days % kDaysOfYear == 0;
  if (!of_365 && from_year >= model::kDay) return;
  ++ages.near_years;
  if (from_year == 0) return;
  if (ages.of_days++ == 0) {
    ages.example = days;
    ages.id_of_example = id;
  }
  ages.years.insert(of_365 ? days / kDaysOfYear : years);
}

void OddAges::ReportSuspects(model::FieldId field, const Ages& ages, Reporter& reporter) {
  constexpr uint64_t kOften = 5;
  constexpr uint64_t kManyOf = 20;  // one in this many
  if (ages.others < kFewestOthers) return;
  uint64_t all = ages.others;
  for (const Suspect& suspect : ages.suspects) all += suspect.records;
  for (const Suspect& suspect : ages.suspects) {
    const int64_t gap = suspect.years * model::kYear - ages.high;
    // Two may be 88 years old, and one who is 99 is no mistake.
    const uint64_t fewest = suspect.years == 99 ? 2 : 3;
    const bool often = suspect.records >= kOften && suspect.records * kManyOf >= ages.others;
    if (suspect.records < fewest || gap < kFarAbove || (gap <= ages.high - ages.low && !often)) continue;
    // A third of the ages at last contact is told as what many people share.
    if (field == model::field::kLastContact && suspect.years == 99 && all >= kManyOf && suspect.records * 3 > all) {
      continue;
    }
    reporter.SetId(suspect.id);
    reporter.Report(kMayBeMissing, WhereOf(field), model::Concat({std::to_string(suspect.years), " years"}),
                    model::Concat({std::to_string(suspect.records), " of ", std::to_string(all), " records have ",
                                   std::to_string(suspect.years), " years, and the others ", YearsOf(ages.low), " to ",
                                   YearsOf(ages.high)}));
  }
}

void OddAges::ReportDays(model::FieldId field, const Ages& ages, Reporter& reporter) {
  if (ages.near_years < kFewestOfDays || ages.near_years * 10 < ages.all * 9) return;
  if (ages.of_days * 2 < ages.near_years || ages.years.size() < kFewestYears) return;
  reporter.SetId(ages.id_of_example);
  reporter.Report(kDaysOfYears, WhereOf(field), model::Concat({std::to_string(ages.example), " days"}),
                  model::Concat({std::to_string(ages.near_years), " of ", std::to_string(ages.all),
                                 " ages are whole years in days, such as ", std::to_string(ages.example), " of \"",
                                 Shown(ages.id_of_example, 40), "\""}));
}

void OddAges::Report(Reporter& reporter) const {
  reporter.ReturnTo({}, 0);
  for (const auto& [field, ages] : ages_) {
    ReportSuspects(field, ages, reporter);
    ReportDays(field, ages, reporter);
  }
}

}  // namespace muster::import
