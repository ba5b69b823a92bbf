#include "engine/import/record/deliver/age_and_date.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "engine/model/record/plausibility.h"
#include "engine/model/schema/schema.h"
#include "engine/model/text/text.h"
#include "engine/model/time/time.h"

namespace muster::import {
namespace {

constexpr RemarkKind kContradicts{
    ImportProblem::Kind::kNote, "age and date of one moment that are more than a year apart by the date of birth",
    "find out which is right, and leave the other out in the source: questions about ages go by the age, and those "
    "about dates by the date",
    RemarkPlace::kFirst};

constexpr RemarkKind kAgeToCome{
    ImportProblem::Kind::kNote, "age that nobody born then has reached by the day of the import",
    "find out which is wrong, the age or the date of birth: both are compared as they are written",
    RemarkPlace::kFirst};

// By the day of the import somebody born on that day cannot be so old, not even if the age was rounded.
bool IsToCome(const model::Interval& birth, const model::Interval& age) {
  if (birth.low <= model::kBeginning || age.low <= 0 || age.low >= model::kEnd) return false;
  constexpr int64_t kSurelyPast = int64_t{19723} * model::kDay;  // 2024: no clock is needed for what was before
  const int64_t then = int64_t{birth.low} + age.low - model::kYear;
  return then > kSurelyPast && then < model::kEnd && model::IsInFuture({then, then});
}

// Ages are told in completed years, or rounded to the next.
bool Contradicts(const model::Interval& told, const model::Interval& by_date) {
  if (told.low <= model::kBeginning || told.high >= model::kEnd) return false;
  return by_date.low > told.high + model::kYear + model::kMonth || by_date.high + model::kYear < told.low;
}

// Of most moments the age follows from the date, or is about as far from birth: to count the years between two dates
// is expensive, and not needed for these.
bool AreClose(const model::Interval& told, const model::Interval& birth, const model::Interval& date) {
  if (date.low <= model::kBeginning || date.high >= model::kEnd) return false;
  if (birth.low <= model::kBeginning || birth.high >= model::kEnd) return false;
  const int64_t youngest = int64_t{date.low} - birth.high;
  const int64_t oldest = int64_t{date.high} - birth.low;
  return youngest <= int64_t{told.high} + model::kYear && oldest + model::kMonth >= told.low;
}

}  // namespace

void NoteAgeAgainstDate(const model::Record& record, Reporter& reporter) {
  const model::Value* born = record.rows[0].Find(model::field::kBirth);
  if (born == nullptr) return;
  const model::Interval& birth = std::get<model::TimeValue>(*born).date;
  if (birth.empty()) return;
  std::vector<model::FieldId> told;
  for (const model::Row& row : record.rows) {
    for (const model::FieldValue& value : row.values) {
      const auto* time = std::get_if<model::TimeValue>(&value.value);
      if (time == nullptr || value.field == model::field::kBirth || time->age.empty()) continue;
      if (time->date.empty()) {
        if (!IsToCome(birth, time->age) || std::find(told.begin(), told.end(), value.field) != told.end()) continue;
        told.push_back(value.field);
        const std::string_view field = model::Info(value.field).name;
        reporter.Report(kAgeToCome, model::Concat({"/", model::Info(row.entity).name, "/", field}),
                        model::FormatAge(time->age),
                        model::Concat({field, " is at ", model::FormatAge(time->age), ", of somebody born on ",
                                       model::FormatDate(birth)}));
        continue;
      }
      if (AreClose(time->age, birth, time->date)) continue;
      const model::Interval by_date = model::AgeAtEvent(birth, time->date);
      if (by_date.empty() || !Contradicts(time->age, by_date)) continue;
      if (std::find(told.begin(), told.end(), value.field) != told.end()) continue;
      told.push_back(value.field);
      const std::string_view field = model::Info(value.field).name;
      const std::string place = model::Concat({"/", model::Info(row.entity).name, "/", field});
      reporter.Report(
          kContradicts, place, model::FormatAge(time->age),
          model::Concat({field, " is at ", model::FormatAge(time->age), ", and on ", model::FormatDate(time->date),
                         ", which is at ", model::FormatAge(by_date), " by the date of birth"}));
    }
  }
}

}  // namespace muster::import
