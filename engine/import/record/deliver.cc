#include "engine/import/record/deliver.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include "engine/import/record/record_draft.h"
#include "engine/import/record/remark_kinds.h"
#include "engine/model/record/group_panels.h"
#include "engine/model/record/unite.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

// Keeps a plain text in a record that is finished.
void KeepAt(std::string_view place, std::string_view text, model::Record& record) {
  if (!record.extras.empty()) record.extras.back() = ',';  // instead of the closing brace
  record.extras.append(model::Concat({record.extras.empty() ? "{\"" : "\"", place, "\":\"", text, "\"}"}));
}

// The places where such times stood are not known any more: they are named by row and field.
void KeepImplausibleTimes(model::Record& record, Reporter& reporter) {
  for (const model::ImplausibleTime& time : model::TakeImplausibleTimes(record)) {
    const std::string_view entity = model::Info(time.entity).name;
    const std::string_view field = model::Info(time.field).name;
    const std::string place =
        model::Concat({"/", entity, "/", std::to_string(time.number), "/", field, " (implausible)"});
    reporter.Report(kImplausible, place, time.time, time.reason);
    reporter.CountKept(model::Concat({"/", entity, "/", field, " (implausible)"}));
    KeepAt(place, time.time, record);
  }
}

constexpr RemarkKind kNoRange{ImportProblem::Kind::kKeptOnly,
                              "reference range that is none: it runs backwards, or both limits are 0 or -1",
                              "correct the limits in the source; until then the measurement has none"};

// 145 to 135; and 0 to 0, or -1 to -1, as programs write that there are no limits.
bool IsNoRange(double low, double high) { return low > high || (low == high && (low == 0 || low == -1)); }

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

constexpr RemarkKind kGrouped{ImportProblem::Kind::kNote,
                              "individual whose components are put together as panels by assay, time and the like",
                              "nothing, if components of one panel agree in these; else name what tells panels apart, "
                              "such as a visit, as \"panel\" in the mapping"};
constexpr RemarkKind kRepeated{ImportProblem::Kind::kNote,
                               "individual with a component that comes again at the same time, taken for another panel",
                               "name what tells panels apart, such as a visit, as \"panel\" in the mapping"};

constexpr RemarkKind kOtherPerson{
    ImportProblem::Kind::kKeptOnly,
    "person id of another individual whose sex or date of birth contradicts this one's, not taken",
    "give each person an id of their own, and leave it out where there is none; until then only the first has the id, "
    "and distinct individuals counts the others by themselves"};

constexpr RemarkKind kTooManyRows{ImportProblem::Kind::kRejected, "record with more than 500,000 rows",
                                  "divide it, or let the mapping make fewer rows of an element"};
static_assert(kMaxRows == 500'000);

void PutPanelsTogether(model::Record& record, Reporter& reporter) {
  const model::GroupedPanels grouped = model::GroupPanels(record);
  const auto report = [&](const RemarkKind& kind, uint32_t count) {
    if (count == 0) return;
    reporter.ReportOfEach(kind, {}, {}, [] { return std::pair(std::string(), std::string()); });
  };
  report(kGrouped, grouped.panels);
  report(kRepeated, grouped.uncertain);
}

constexpr RemarkKind kNoAmount{
    ImportProblem::Kind::kNote, "exposure of amount 0, taken as observed",
    "nothing, if there was an exposure of an amount not known; else write \"excluded\": true"};

void NoteExposuresOfNothing(const model::Record& record, const Sink& sink, Reporter& reporter) {
  for (const model::Row& row : record.rows) {
    if (row.entity != model::Entity::kExposure || row.excluded) continue;
    const model::Value* amount = row.Find(model::field::kExposureValue);
    const model::Value* agent = row.Find(model::field::kExposureAgent);
    const double* number = amount == nullptr ? nullptr : std::get_if<double>(amount);
    if (number == nullptr || *number != 0 || agent == nullptr) continue;
    const std::string_view code = sink.symbols().Text(std::get<model::Symbol>(*agent));
    reporter.ReportOfEach(kNoAmount, {}, code, [&] {
      return std::pair(std::string("/exposure/value"),
                       model::Concat({"the amount of the exposure to ", code, " is 0; it counts as observed"}));
    });
  }
}

constexpr RemarkKind kRefusedLater{
    ImportProblem::Kind::kNote, "granted consent, and a later or undated refusal or withdrawal of the same permission",
    "questions about who permits it now: has last consent with (permission is ... and status is granted); of undated "
    "ones, enter the dates"};

// Whether `other` is a refusal of what `granted` permits that may be the later one.
bool RefusesLater(const model::Row& granted, const model::Row& other, const Sink& sink) {
  using namespace model::field;
  const model::Value* status = other.Find(kConsentStatus);
  if (other.entity != model::Entity::kConsent || status == nullptr) return false;
  const std::string_view word = sink.symbols().Text(std::get<model::Symbol>(*status));
  if (word != "refused" && word != "withdrawn") return false;
  for (const model::FieldId same : {kConsentPermission, kConsentUse}) {
    const model::Value* one = granted.Find(same);
    const model::Value* two = other.Find(same);
    if ((one == nullptr) != (two == nullptr) || (one != nullptr && *one != *two)) return false;
  }
  const model::Value* given = granted.Find(kConsentDate);
  const model::Value* refused = other.Find(kConsentDate);
  if (given == nullptr || refused == nullptr) return true;
  const model::Interval& before = std::get<model::TimeValue>(*given).date;
  const model::Interval& after = std::get<model::TimeValue>(*refused).date;
  return before.empty() || after.empty() || after.high > before.low;
}

// A consent that was withdrawn is still a row that says granted.
void NoteRefusedConsents(const model::Record& record, const Sink& sink, Reporter& reporter) {
  for (const model::Row& granted : record.rows) {
    if (granted.entity != model::Entity::kConsent) continue;
    const model::Value* status = granted.Find(model::field::kConsentStatus);
    if (status == nullptr || sink.symbols().Text(std::get<model::Symbol>(*status)) != "granted") continue;
    const bool refused = std::any_of(record.rows.begin(), record.rows.end(),
                                     [&](const model::Row& other) { return RefusesLater(granted, other, sink); });
    if (!refused) continue;
    reporter.Report(kRefusedLater, "/consent/status", record.id);
    return;
  }
}

constexpr RemarkKind kOnlyInterpreted{
    ImportProblem::Kind::kNote, "individual whose disease stands in a solved interpretation only",
    "questions about diseases do not look there: write has disease X or has interpretation X"};

// The diagnosis that a laboratory solved is no disease of the record unless "diseases" says so as well.
void NoteOnlyInterpreted(const model::Record& record, const Sink& sink, Reporter& reporter) {
  for (const model::Row& row : record.rows) {
    if (row.entity != model::Entity::kInterpretation) continue;
    const model::Value* status = row.Find(model::field::kInterpretationStatus);
    const model::Value* disease = row.Find(model::field::kInterpretationDisease);
    if (status == nullptr || disease == nullptr) continue;
    if (sink.symbols().Text(std::get<model::Symbol>(*status)) != "solved") continue;
    const bool recorded = std::any_of(record.rows.begin(), record.rows.end(), [&](const model::Row& other) {
      const model::Value* term =
          other.entity == model::Entity::kDisease ? other.Find(model::field::kDiseaseTerm) : nullptr;
      return term != nullptr && *term == *disease;
    });
    if (recorded) continue;
    const std::string_view code = sink.symbols().Text(std::get<model::Symbol>(*disease));
    return reporter.ReportOfEach(kOnlyInterpreted, {}, code, [&] {
      return std::pair(
          std::string("/interpretation/disease"),
          model::Concat({code, " is the disease of a solved interpretation, and no disease of the record"}));
    });
  }
}

}  // namespace

RowCounts CountRows(const model::Record& record) {
  RowCounts rows{};
  for (const model::Row& row : record.rows) ++rows[static_cast<size_t>(row.entity)];
  return rows;
}

absl::Status DeliverRecord(model::Record record, const model::Plausibility& rules, Sink& sink, Reporter& reporter,
                           model::Taken* taken) {
  if (record.rows.size() >= kMaxRows) {
    *taken = {};
    reporter.Report(kTooManyRows, "", {});
    return absl::OkStatus();
  }
  PutPanelsTogether(record, reporter);
  if (rules.lifetime) KeepImplausibleTimes(record, reporter);
  if (rules.numbers) KeepImpossibleRanges(record, reporter);
  const RowCounts rows = CountRows(record);
  if (rows[static_cast<size_t>(model::Entity::kExposure)] > 0) NoteExposuresOfNothing(record, sink, reporter);
  if (rows[static_cast<size_t>(model::Entity::kInterpretation)] > 0) NoteOnlyInterpreted(record, sink, reporter);
  if (rows[static_cast<size_t>(model::Entity::kConsent)] > 1) NoteRefusedConsents(record, sink, reporter);
  if (absl::Status added = sink.AddRecord(std::move(record), taken); !added.ok()) return added;
  ++reporter.report().individuals;
  reporter.CountRows(rows);
  ReportTaken(*taken, rows, reporter);
  return absl::OkStatus();
}

void ReportTaken(const model::Taken& taken, const RowCounts& rows, Reporter& reporter) {
  using How = model::Taken::How;
  if (!taken.other_person.empty()) reporter.Report(kOtherPerson, "", taken.other_person, taken.other_person);
  switch (taken.how) {
    case How::kAdded:
      return;
    case How::kReplaced:
      ++reporter.report().replaced;
      if (taken.remark.empty()) return;
      reporter.Report({ImportProblem::Kind::kNote, "individual replaced by one with fewer rows",
                       "an import replaces all that was known of an individual: give it all files together"},
                      "", {}, model::Concat({"came back with fewer rows: ", taken.remark}));
      return;
    case How::kUnited:
      --reporter.report().individuals;
      break;
    case How::kRepeated:
    case How::kRefused:
    case How::kTooMany:
      --reporter.report().individuals;
      reporter.UncountRows(rows);
      break;
  }
  ReportPiece(taken, reporter);
}

void ReportPiece(const model::Taken& taken, Reporter& reporter) {
  using How = model::Taken::How;
  using Kind = ImportProblem::Kind;
  if (taken.how == How::kUnited) {
    reporter.Report({Kind::kNote, "record united with an earlier one of the same id",
                     "if they are different persons, give them ids that differ"},
                    "", {});
  }
  if (taken.how == How::kRepeated) {
    reporter.Report(
        {Kind::kNote, "record that came before in this import, and says the same", "nothing: it is there once"}, "",
        {});
  }
  if (taken.how == How::kTooMany) {
    reporter.Report({Kind::kRejected, "record of an individual that has too many in this import",
                     "an individual may come in 1,000 records: join them to one before"},
                    "", {});
  }
  if (taken.how == How::kRefused) {
    reporter.Report(
        {Kind::kRejected, "record with the id of an earlier one of this import, which it contradicts",
         "ids are unique in a dataset: if another member tells persons apart, name it as \"identity\" in a "
         "mapping; of several records of one person, leave out what is no longer true"},
        "", taken.remark,
        model::Concat({"an earlier record of this import has the same id and says otherwise: ", taken.remark}));
  }
}

}  // namespace muster::import
