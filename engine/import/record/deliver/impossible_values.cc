#include "engine/import/record/deliver/impossible_values.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "containers/hash_table.h"
#include "engine/import/record/remark_kinds.h"
#include "engine/model/record/plausibility.h"
#include "engine/model/record/unite.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

// A plain text that is kept at a place.
std::string MemberOf(std::string_view place, std::string_view text) {
  return model::Concat({"\"", place, "\":\"", text, "\""});
}

// Keeps it in a record that is finished. The record is not searched for it: there may be as many as there are rows.
void KeepMember(std::string_view member, model::Record& record) {
  if (!record.extras.empty()) record.extras.back() = ',';  // instead of the closing brace
  record.extras.append(model::Concat({record.extras.empty() ? "{" : "", member, "}"}));
}

std::string PlaceOf(const model::ImplausibleTime& time) {
  return model::Concat({"/", model::Info(time.entity).name, "/", std::to_string(time.number), "/",
                        model::Info(time.field).name, " (implausible)"});
}

void KeepTime(const model::ImplausibleTime& time, std::string_view member, model::Record& record, Reporter& reporter) {
  reporter.Report(kImplausible, PlaceOf(time), time.time, time.reason);
  reporter.CountKept(
      model::Concat({"/", model::Info(time.entity).name, "/", model::Info(time.field).name, " (implausible)"}));
  KeepMember(member, record);
}

// The members that were kept for such times before.
HashSet<std::string> TimesKeptIn(std::string_view extras) {
  constexpr std::string_view kBehindPlace = " (implausible)\":\"";
  HashSet<std::string> members;
  for (size_t at = extras.find(kBehindPlace); at != extras.npos; at = extras.find(kBehindPlace, at + 1)) {
    const size_t begin = extras.rfind('"', at);
    const size_t end = extras.find('"', at + kBehindPlace.size());
    if (begin != extras.npos && end != extras.npos) members.insert(std::string(extras.substr(begin, end + 1 - begin)));
  }
  return members;
}

constexpr RemarkKind kNoRange{ImportProblem::Kind::kKeptOnly,
                              "reference range that is none: it runs backwards, or both limits are 0 or -1",
                              "correct the limits in the source; until then the measurement has none"};

// 145 to 135; and 0 to 0, or -1 to -1, as programs write that there are no limits.
bool IsNoRange(double low, double high) { return low > high || (low == high && (low == 0 || low == -1)); }

}  // namespace

void KeepImplausibleTimes(model::Record& record, Reporter& reporter) {
  for (const model::ImplausibleTime& time : model::TakeImplausibleTimes(record)) {
    KeepTime(time, MemberOf(PlaceOf(time), time.time), record, reporter);
  }
}

void KeepTakenTimes(const std::vector<model::ImplausibleTime>& taken, model::Record& record, Reporter& reporter) {
  if (taken.empty()) return;
  HashSet<std::string> known = TimesKeptIn(record.extras);
  for (const model::ImplausibleTime& time : taken) {
    const std::string member = MemberOf(PlaceOf(time), time.time);
    if (known.insert(member).second) KeepTime(time, member, record, reporter);
  }
}

void KeepImpossibleRanges(model::Record& record, Reporter& reporter) {
  size_t number = 0;
  for (model::Row& row : record.rows) {
    if (row.entity != model::Entity::kMeasurement) continue;
    const size_t here = number++;
    const model::Value* low = row.Find(model::field::kMeasurementLow);
    const model::Value* high = row.Find(model::field::kMeasurementHigh);
    if (low == nullptr || high == nullptr || !IsNoRange(std::get<double>(*low), std::get<double>(*high))) continue;
    const std::string range =
        model::Concat({model::ShowNumber(std::get<double>(*low)), " to ", model::ShowNumber(std::get<double>(*high))});
    const std::string place = model::Concat({"/measurement/", std::to_string(here), "/reference range (as written)"});
    reporter.Report(kNoRange, place, range);
    reporter.CountKept("/measurement/reference range (as written)");
    KeepMember(MemberOf(place, range), record);
    std::erase_if(row.values, [](const model::FieldValue& value) {
      return value.field == model::field::kMeasurementLow || value.field == model::field::kMeasurementHigh;
    });
  }
}

}  // namespace muster::import
