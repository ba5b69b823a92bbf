#include "engine/import/record/deliver/impossible_values.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/import/record/remark_kinds.h"
#include "engine/model/record/plausibility.h"
#include "engine/model/record/unite.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

// Keeps a plain text in a record that is finished, once.
void KeepAt(std::string_view place, std::string_view text, model::Record& record) {
  const std::string member = model::Concat({"\"", place, "\":\"", text, "\""});
  if (record.extras.find(member) != std::string::npos) return;
  if (!record.extras.empty()) record.extras.back() = ',';  // instead of the closing brace
  record.extras.append(model::Concat({record.extras.empty() ? "{" : "", member, "}"}));
}

constexpr RemarkKind kNoRange{ImportProblem::Kind::kKeptOnly,
                              "reference range that is none: it runs backwards, or both limits are 0 or -1",
                              "correct the limits in the source; until then the measurement has none"};

// 145 to 135; and 0 to 0, or -1 to -1, as programs write that there are no limits.
bool IsNoRange(double low, double high) { return low > high || (low == high && (low == 0 || low == -1)); }

}  // namespace

void KeepImplausibleTimes(model::Record& record, Reporter& reporter) {
  KeepTakenTimes(model::TakeImplausibleTimes(record), record, reporter);
}

void KeepTakenTimes(const std::vector<model::ImplausibleTime>& taken, model::Record& record, Reporter& reporter) {
  for (const model::ImplausibleTime& time : taken) {
    const std::string_view entity = model::Info(time.entity).name;
    const std::string_view field = model::Info(time.field).name;
    const std::string place =
        model::Concat({"/", entity, "/", std::to_string(time.number), "/", field, " (implausible)"});
    reporter.Report(kImplausible, place, time.time, time.reason);
    reporter.CountKept(model::Concat({"/", entity, "/", field, " (implausible)"}));
    KeepAt(place, time.time, record);
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
    KeepAt(place, range, record);
    std::erase_if(row.values, [](const model::FieldValue& value) {
      return value.field == model::field::kMeasurementLow || value.field == model::field::kMeasurementHigh;
    });
  }
}

}  // namespace muster::import
