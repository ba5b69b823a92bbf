#include "engine/import/record/deliver/after_last_contact.h"

#include <algorithm>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/model/schema/schema.h"
#include "engine/model/text/text.h"
#include "engine/model/time/time.h"

namespace muster::import {
namespace {

using model::HalfHours;
using model::Interval;

constexpr RemarkKind kLater{
    ImportProblem::Kind::kNote, "onset, diagnosis, sample or the like after the last contact",
    "find out which is right: where the last contact is that of an early visit, ages at last contact are too low; both "
    "are compared as they are written"};

// How long after the last contact such a time may be; nullopt: at any time, as the end of a prescription. Pathology
// and laboratories report what was taken before, and samples are taken of the dead, too.
std::optional<HalfHours> Latest(model::FieldId field, bool dead) {
  using namespace model::field;
  switch (field) {
    case kPhenotypeOnset:
    case kPhenotypeResolution:
    case kDiseaseOnset:
    case kDiseaseResolution:
    case kTreatmentStart:
    case kExposureStart:
    case kProcedurePerformed:
    case kEnrolment:
      return 0;
    case kSampleCollected:
      return dead ? 31 * model::kDay : 0;
    case kDiseaseDiagnosis:
    case kMeasurementTime:
      return 31 * model::kDay;
    default:
      return std::nullopt;
  }
}

bool IsOpen(HalfHours bound) { return bound <= model::kBeginning || bound >= model::kEnd; }

// Ages are mostly told in completed years or months, or rounded to these.
HalfHours Fineness(HalfHours age) {
  if (age % model::kYear == 0) return model::kYear;
  return age % model::kMonth == 0 ? model::kMonth : model::kDay;
}

bool IsLater(const model::TimeValue& time, const model::TimeValue& last, HalfHours allowed) {
  if (!time.date.empty() && !last.date.empty()) {
    return !IsOpen(time.date.low) && !IsOpen(last.date.high) &&
           model::DayOf(time.date.low) > model::DayOf(last.date.high + allowed);
  }
  if (time.age.empty() || last.age.empty() || IsOpen(time.age.low) || IsOpen(last.age.high)) return false;
  const HalfHours fineness = std::max(Fineness(time.age.low), Fineness(last.age.high));
  return time.age.low > last.age.high + fineness + allowed;
}

}  // namespace

void NoteAfterLastContact(const model::Record& record, const model::Dictionary& dictionary, Reporter& reporter) {
  const model::Value* contact = record.rows[0].Find(model::field::kLastContact);
  if (contact == nullptr) return;
  const auto& last = std::get<model::TimeValue>(*contact);
  const model::Value* status = record.rows[0].Find(model::field::kVitalStatus);
  const bool dead = record.rows[0].Find(model::field::kDeath) != nullptr ||
                    (status != nullptr && dictionary.Text(std::get<model::Symbol>(*status)) == "deceased");
  std::vector<model::FieldId> told;
  for (const model::Row& row : record.rows) {
    for (const model::FieldValue& value : row.values) {
      const auto* time = std::get_if<model::TimeValue>(&value.value);
      const std::optional<HalfHours> allowed = time == nullptr ? std::nullopt : Latest(value.field, dead);
      if (!allowed.has_value() || !IsLater(*time, last, *allowed)) continue;
      if (std::find(told.begin(), told.end(), value.field) != told.end()) continue;
      told.push_back(value.field);
      const bool dated = !time->date.empty() && !last.date.empty();
      const auto show = [&](const model::TimeValue& one) {
        return dated ? model::FormatDate(one.date) : model::FormatAge(one.age);
      };
      const std::string_view field = model::Info(value.field).name;
      reporter.Report(
          kLater, model::Concat({"/", model::Info(row.entity).name, "/", field}), show(*time),
          model::Concat({field, " is ", show(*time), ", and the last contact was ", dated ? "" : "at ", show(last)}));
    }
  }
}

}  // namespace muster::import
