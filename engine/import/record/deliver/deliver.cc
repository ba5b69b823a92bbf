#include "engine/import/record/deliver/deliver.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "engine/import/record/draft/record_draft.h"
#include "engine/import/record/remark_kinds.h"
#include "engine/model/document/remarks_of_others.h"
#include "engine/model/record/group_panels.h"
#include "engine/model/record/repeated_rows.h"
#include "engine/model/record/same_ids.h"
#include "engine/model/record/same_variants.h"
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

constexpr RemarkKind kOneIdUnited{
    ImportProblem::Kind::kNote, "sample, run or analysis that came before with its id: one row is made of both",
    "nothing, if a table has a line for each file or the like; if they are two, give them ids that differ"};
constexpr RemarkKind kOneIdDifferent{
    ImportProblem::Kind::kNote,
    "sample, run or analysis of an id that another one of the individual has, and that says otherwise: both count",
    "ids are unique in what they belong to: correct what contradicts, so that one is counted, or give them ids that "
    "differ"};

// A table may have a line for each file of a sample.
void UniteRowsOfOneId(model::Record& record, const Sink& sink, Reporter& reporter) {
  const auto may_come_again = [](const model::Row& row) {
    return row.entity == model::Entity::kSample || row.entity == model::Entity::kRun ||
           row.entity == model::Entity::kAnalysis;
  };
  if (std::count_if(record.rows.begin(), record.rows.end(), may_come_again) < 2) return;
  const model::SameIds same = model::UniteSameIds(record, sink.symbols());
  for (const std::string& id : same.united) reporter.Report(kOneIdUnited, "", id);
  for (const model::SameIds::Pair& pair : same.different) {
    reporter.Report(
        kOneIdDifferent, "", pair.id,
        model::Concat({"\"", Shown(pair.id), "\" comes with ", model::Show(pair.contradiction, sink.symbols())}));
  }
}

constexpr RemarkKind kSaidAgain{ImportProblem::Kind::kNote,
                                "feature or disease that a record has twice in the same words, taken once",
                                "nothing: it is there once; what came twice has two times"};
constexpr RemarkKind kMayBeTwo{
    ImportProblem::Kind::kNote, "measurement, treatment or the like that a record has twice in the same words",
    "nothing, if there were two; if the source has lines twice, leave out one: both count, and at least 2 of them, or "
    "another one, are found where there was one"};

// Joined tables and exports that overlap say things twice.
void UniteRepeated(model::Record& record, const Sink& sink, Reporter& reporter) {
  const model::RepeatedRows repeated = model::UniteRepeatedRows(record);
  const auto report = [&](const RemarkKind& kind, const model::Row& row) {
    const model::EntityInfo& info = model::Info(row.entity);
    const model::Value* code = info.primary < 0 ? nullptr : row.Find(static_cast<model::FieldId>(info.primary));
    const auto* symbol = code == nullptr ? nullptr : std::get_if<model::Symbol>(code);
    const std::string_view text = symbol == nullptr ? info.name : sink.symbols().Text(*symbol);
    reporter.ReportOfEach(kind, info.name, text, [&] {
      return std::pair(model::Concat({"/", info.name}), model::Concat({"two rows of ", text, " are equal"}));
    });
  };
  for (const model::Row& row : repeated.united) report(kSaidAgain, row);
  for (const model::Row& row : repeated.kept) report(kMayBeTwo, row);
}

constexpr RemarkKind kGrouped{ImportProblem::Kind::kNote,
                              "individual whose components are put together as panels by assay, time and the like",
                              "nothing, if components of one panel agree in these; else name what tells panels apart, "
                              "such as a visit, as \"panel\" in the mapping"};
constexpr RemarkKind kRepeated{ImportProblem::Kind::kNote,
                               "individual with a component that comes again at the same time, taken for another panel",
                               "name what tells panels apart, such as a visit, as \"panel\" in the mapping"};

constexpr RemarkKind kOtherPerson{
    ImportProblem::Kind::kKeptOnly, model::kPersonIdContradicts,
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
    "nothing, if dates are right: who asks for granted consents is told how many have ended, and how to leave them "
    "out; "
    "of undated ones, enter the dates"};

// Whether `other` is a refusal of what `granted` permits that may be the later one.
bool RefusesLater(const model::Row& granted, const model::Row& other, const Sink& sink) {
  using namespace model::field;
  if (other.entity != model::Entity::kConsent) return false;
  const model::Value* status = other.Find(kConsentStatus);
  if (status == nullptr) return false;
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

constexpr RemarkKind kVariantTwice{
    ImportProblem::Kind::kNote, "variant that an individual has in two records, which say the same variant: both count",
    "leave one of them out: \"count variants\" counts both, and \"has at least 2 variants\" finds who has one; of "
    "several interpretations of it too"};
constexpr RemarkKind kVariantInTwoAssemblies{
    ImportProblem::Kind::kNote, "variant that an individual has in two assemblies, as it seems: both count",
    "import the records of one assembly, or ask for one: has at least 2 variants with assembly is \"GRCh38\""};

void NoteVariantsTwice(const model::Record& record, const Sink& sink, Reporter& reporter) {
  for (const model::VariantTwice& twice : model::FindVariantsTwice(record)) {
    const model::Row& second = record.rows[twice.second];
    const model::Value* gene = second.Find(model::field::kVariantGene);
    const std::string_view of =
        gene == nullptr ? std::string_view("variant") : sink.symbols().Text(std::get<model::Symbol>(*gene));
    reporter.ReportOfEach(twice.other_assembly ? kVariantInTwoAssemblies : kVariantTwice, {}, of, [&] {
      return std::pair(std::string("/variant"),
                       model::Concat({"\"", model::ShowVariant(record.rows[twice.first], sink.symbols()), "\" and \"",
                                      model::ShowVariant(second, sink.symbols()), "\" may be one variant"}));
    });
  }
}

constexpr RemarkKind kFewerRows{ImportProblem::Kind::kNote, "individual replaced by one with fewer rows",
                                "an import replaces all that was known of an individual: give it all files together"};
constexpr RemarkKind kLessRecorded{
    ImportProblem::Kind::kNote, "individual replaced by one of whom less is recorded",
    "an import replaces all that was known of an individual, cohorts as well: give it all files together"};
constexpr RemarkKind kReplacedByAnother{
    ImportProblem::Kind::kNote, "individual replaced by one of another sex, date of birth or person id",
    "nothing, if the source corrected it; if the id was given to somebody else, all that was known of the first is "
    "gone: give the two ids that differ, and import both again"};
constexpr RemarkKind kConsentEnded{
    ImportProblem::Kind::kNote, "individual replaced, whose granted consent is not granted any more",
    "nothing in the catalogue: consents that are refused or withdrawn do not count; tell whoever uses data that were "
    "given out before"};

void ReportReplacement(const model::Replacement& replacement, Reporter& reporter) {
  if (!replacement.contradiction.empty()) {
    reporter.Report(kReplacedByAnother, "", reporter.id(),
                    model::Concat({"may be another person: ", replacement.contradiction}));
  }
  if (replacement.consent_ended) reporter.Report(kConsentEnded, "/consent/status", reporter.id());
  if (!replacement.gone.empty()) {
    reporter.Report(kLessRecorded, "", {}, model::Concat({"came back without: ", replacement.gone}));
  }
  if (replacement.fewer.empty()) return;
  reporter.Report(kFewerRows, "", {}, model::Concat({"came back with fewer rows: ", replacement.fewer}));
}

constexpr RemarkKind kBothPolarities{
    ImportProblem::Kind::kNote, "term that one individual has as observed and as excluded",
    "find out which is right, or when which was true: the individual is found by either question"};

// The same term on both sides of a comparison.
void NoteBothPolarities(const model::Record& record, const Sink& sink, Reporter& reporter) {
  const auto term_of = [](const model::Row& row) -> const model::Value* {
    if (row.entity == model::Entity::kPhenotype) return row.Find(model::field::kPhenotypeTerm);
    return row.entity == model::Entity::kDisease ? row.Find(model::field::kDiseaseTerm) : nullptr;
  };
  std::vector<std::pair<model::Entity, model::Symbol>> excluded;
  for (const model::Row& row : record.rows) {
    const model::Value* term = row.excluded ? term_of(row) : nullptr;
    if (term != nullptr) excluded.emplace_back(row.entity, std::get<model::Symbol>(*term));
  }
  if (excluded.empty()) return;
  std::sort(excluded.begin(), excluded.end());
  for (const model::Row& row : record.rows) {
    const model::Value* term = row.excluded ? nullptr : term_of(row);
    if (term == nullptr) continue;
    const auto symbol = std::get<model::Symbol>(*term);
    if (!std::binary_search(excluded.begin(), excluded.end(), std::pair(row.entity, symbol))) continue;
    reporter.Report(kBothPolarities, model::Concat({"/", model::Info(row.entity).name}), sink.symbols().Text(symbol));
  }
}

constexpr RemarkKind kEndsFirst{ImportProblem::Kind::kNote, "row that ends before it begins",
                                "correct the two times in the source; they are compared as they are written"};

void NoteBackwards(const model::Record& record, Reporter& reporter) {
  using namespace model::field;
  for (const model::Row& row : record.rows) {
    model::FieldId from = 0, to = 0;
    if (row.entity == model::Entity::kPhenotype) from = kPhenotypeOnset, to = kPhenotypeResolution;
    if (row.entity == model::Entity::kDisease) from = kDiseaseOnset, to = kDiseaseResolution;
    if (row.entity == model::Entity::kTreatment) from = kTreatmentStart, to = kTreatmentEnd;
    const model::Value* end = to == 0 ? nullptr : row.Find(to);
    const model::Value* begin = end == nullptr ? nullptr : row.Find(from);
    if (begin == nullptr) continue;
    const auto& began = std::get<model::TimeValue>(*begin);
    const auto& ended = std::get<model::TimeValue>(*end);
    const auto before = [](const model::Interval& a, const model::Interval& b) {
      return !a.empty() && !b.empty() && a.high < b.low;
    };
    if (!before(ended.date, began.date) && !before(ended.age, began.age)) continue;
    const bool dated = before(ended.date, began.date);
    const auto show = [&](const model::TimeValue& time) {
      return dated ? model::FormatDate(time.date) : model::FormatAge(time.age);
    };
    reporter.Report(
        kEndsFirst, model::Concat({"/", model::Info(row.entity).name}), show(ended),
        model::Concat({model::Info(from).name, " is ", show(began), ", and ", model::Info(to).name, " ", show(ended)}));
  }
}

constexpr RemarkKind kAliveWithDeath{
    ImportProblem::Kind::kNote, "individual who is alive, and has a time or a cause of death",
    "find out which is right: the individual counts as alive, and is found by the death as well"};

void NoteDeathOfTheLiving(const model::Record& record, const Sink& sink, Reporter& reporter) {
  const model::Row& self = record.rows[0];
  const bool death = self.Find(model::field::kDeath) != nullptr || self.Find(model::field::kCauseOfDeath) != nullptr;
  const model::Value* status = death ? self.Find(model::field::kVitalStatus) : nullptr;
  if (status == nullptr || sink.symbols().Text(std::get<model::Symbol>(*status)) != "alive") return;
  reporter.Report(kAliveWithDeath, "/individual/vital status", record.id);
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
  UniteRowsOfOneId(record, sink, reporter);
  UniteRepeated(record, sink, reporter);
  PutPanelsTogether(record, reporter);
  if (rules.lifetime) KeepImplausibleTimes(record, reporter);
  if (rules.numbers) KeepImpossibleRanges(record, reporter);
  const RowCounts rows = CountRows(record);
  NoteBothPolarities(record, sink, reporter);
  NoteBackwards(record, reporter);
  NoteDeathOfTheLiving(record, sink, reporter);
  if (rows[static_cast<size_t>(model::Entity::kExposure)] > 0) NoteExposuresOfNothing(record, sink, reporter);
  if (rows[static_cast<size_t>(model::Entity::kInterpretation)] > 0) NoteOnlyInterpreted(record, sink, reporter);
  if (rows[static_cast<size_t>(model::Entity::kVariant)] > 1) NoteVariantsTwice(record, sink, reporter);
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
      return ReportReplacement(taken.replacement, reporter);
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
