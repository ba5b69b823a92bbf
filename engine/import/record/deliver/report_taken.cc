#include "engine/import/record/deliver/report_taken.h"

#include "engine/model/document/remarks_of_others.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kOtherPerson{
    ImportProblem::Kind::kKeptOnly, model::kPersonIdContradicts,
    "give each person an id of their own, and leave it out where there is none; until then only the first has the id, "
    "and distinct individuals counts the others by themselves"};

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

constexpr RemarkKind kUnited{
    ImportProblem::Kind::kNote, "record united with an earlier one of the same id",
    "if they are different persons, give them ids that differ; of several versions of one record leave out all but the "
    "last, as what only an earlier one has counts as well"};
constexpr RemarkKind kSaidMore{
    ImportProblem::Kind::kNote, "record that came before in this import, and said more: what it said stays",
    "nothing, if this one is a part of it; if it corrects it, leave out the earlier one, as nothing is "
    "taken away within an import"};
constexpr RemarkKind kCameBefore{ImportProblem::Kind::kNote,
                                 "record that came before in this import, and says the same",
                                 "nothing: it is there once"};
constexpr RemarkKind kTooMany{ImportProblem::Kind::kRejected,
                              "record of an individual that has too many in this import",
                              "an individual may come in 1,000 records: join them to one before"};
constexpr RemarkKind kRefused{
    ImportProblem::Kind::kRejected, "record with the id of an earlier one of this import, which it contradicts",
    "ids are unique in a dataset: if another member tells persons apart, name it as \"identity\" in a "
    "mapping; of several records of one person, leave out what is no longer true"};

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

}  // namespace

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
      reporter.UncountRows(taken.known_rows);
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
  if (taken.how == How::kUnited) reporter.Report(kUnited, "", {});
  if (taken.how == How::kRepeated && !taken.remark.empty()) {
    reporter.Report(kSaidMore, "", {},
                    model::Concat({"of the same id came before, and says less now: ", taken.remark}));
  } else if (taken.how == How::kRepeated) {
    reporter.Report(kCameBefore, "", {});
  }
  if (taken.how == How::kTooMany) reporter.Report(kTooMany, "", {});
  if (taken.how == How::kRefused) {
    reporter.Report(
        kRefused, "", taken.remark,
        model::Concat({"an earlier record of this import has the same id and says otherwise: ", taken.remark}));
  }
}

}  // namespace muster::import
