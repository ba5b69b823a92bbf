// Codes and labels that say that there was nothing, in place of a disease, feature, treatment or the like.
#include <string>
#include <string_view>
#include <utility>

#include "engine/import/record/draft/record_draft.h"
#include "engine/import/record/rules/judgements.h"
#include "engine/model/codes/labels/label_words.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::FieldId;

constexpr RemarkKind kNoDisease{ImportProblem::Kind::kKeptOnly,
                                "code or label that says that there is no disease, not taken as one",
                                "nothing, if it stands for people without a disease; a disease that was looked for and "
                                "not found is written with its own code and \"excluded\": true"};
constexpr RemarkKind kNoExposure{ImportProblem::Kind::kKeptOnly,
                                 "code that says that there was no exposure, not taken as one",
                                 "write the code of the exposure (tobacco, say) with \"excluded\": true"};
constexpr RemarkKind kNoneOfIt{
    ImportProblem::Kind::kKeptOnly,
    "code or label that says that there was no such feature, treatment or procedure, not taken as one",
    "nothing, if it stands for people who have none; what was looked for and not found is written with its own code "
    "and \"excluded\": true"};
constexpr RemarkKind kLacksZeros{
    ImportProblem::Kind::kNote, "diagnosis of ICD-9 with fewer than three digits before the point, taken as written",
    "if a spreadsheet took zeros off its front (042 HIV becomes 42), export the column as text; of external causes the "
    "point stands behind three digits (E885.9, not E88.59); a code of a procedure is written with ICD9PROC:"};

constexpr RemarkKind kIcd9V{
    ImportProblem::Kind::kNote, "diagnosis V.. of ICD-10, which is a transport accident, written as ICD-9 writes them",
    "if the column has codes of ICD-9 as well (V58.67 is long-term use of insulin), make two tables of it by \"when\", "
    "with the prefix ICD9CM: for these",
    RemarkPlace::kFirst};

constexpr RemarkKind kIcd9E{
    ImportProblem::Kind::kNote,
    "diagnosis E.. of ICD-10 that it does not have, and that an external cause of ICD-9 makes (E8859 is E885.9, a "
    "fall)",
    "if the column has codes of ICD-9 as well, make two tables of it by \"when\", with the prefix ICD9CM: for these; "
    "E88.x then are falls and other accidents, too, and no metabolic disorders",
    RemarkPlace::kFirst};

constexpr RemarkKind kDenying{
    ImportProblem::Kind::kKeptOnly,
    "code or label that says that it was not there, is not certain, or is a relative's: not taken",
    "write what was not there as \"excluded\": true, with the plain code and label, and leave out the rest; a source "
    "that means such labels otherwise says \"plausibility\": {\"labels\": false}"};

constexpr RemarkKind kMayBeControl{
    ImportProblem::Kind::kNote,
    "abbreviation in place of a disease that may stand for a healthy control: it counts as a disease",
    "if it does, leave it out, by \"missing\": [\"HC\"] of the table's column; else nothing"};
constexpr RemarkKind kMayBeNone{
    ImportProblem::Kind::kNote,
    "text in place of a treatment or procedure that may say that there was none: it counts as one",
    "if nothing was given or done, leave it out, by \"missing\": [\"placebo\"] of the table's column; else nothing"};

constexpr RemarkKind kNotTaken{
    ImportProblem::Kind::kKeptOnly,
    "label that says that a treatment or procedure was planned or proposed only, refused, or must not be: not taken",
    "write what was done with its plain code and label, and leave out the rest; a source that means such labels "
    "otherwise says \"plausibility\": {\"labels\": false}"};

std::string_view InWords(model::LabelAssertion assertion) {
  switch (assertion) {
    case model::LabelAssertion::kDenied:
      return "\" says that it was not there";
    case model::LabelAssertion::kDoubted:
      return "\" says that it is not certain";
    case model::LabelAssertion::kPast:
      return "\" says that it is past";
    default:
      return "\" says that it is a relative's";
  }
}

// Of a disease they say that it was looked for; a procedure or exposure may be called so.
bool IsScreening(std::string_view text) { return model::ToLower(model::Trim(text)).starts_with("screening for "); }

// "History of splenectomy" and "s/p splenectomy" say that there was one.
bool IsOfWhatWasDone(FieldId field) {
  return field == model::field::kTreatmentAgent || field == model::field::kProcedureCode ||
         field == model::field::kExposureAgent;
}

// Whether it says, in place of a value of `field`, that there was none.
bool SaysNone(FieldId field, const Denial& denial) {
  switch (field) {
    case model::field::kDiseaseTerm:
      return denial.no_disease;
    case model::field::kPhenotypeTerm:
      return denial.no_feature;
    case model::field::kTreatmentAgent:
    case model::field::kProcedureCode:
      return denial.no_action;
    case model::field::kExposureAgent:
      return denial.no_exposure;
    default:
      return false;
  }
}

// What a label, or a text in place of a code, asserts of a value of `field`. Past is nothing against what can be done
// once, and being looked for nothing against a screening.
model::LabelAssertion AssertionOfValue(FieldId field, const Denial& denial, std::string_view id,
                                       std::string_view label) {
  if (IsOfWhatWasDone(field)) {
    const bool screening =
        denial.assertion == model::LabelAssertion::kDoubted && IsScreening(label.empty() ? id : label);
    return denial.assertion == model::LabelAssertion::kPast || screening ? model::LabelAssertion::kNothing
                                                                         : denial.assertion;
  }
  const bool nothing = denial.assertion == model::LabelAssertion::kNothing;
  return nothing && denial.pending ? model::LabelAssertion::kDoubted : denial.assertion;
}

// Codes that ICD-9 and ICD-10 have for different things, or that no edition has.
void NoteCodeOfIcd(const Denial& denial, const JsonPath& at, std::string_view id, Reporter& reporter) {
  if (denial.icd9_v) {
    reporter.ReportOfEach(kIcd9V, {}, id, [&] {
      return std::pair(at.Pointer(),
                       model::Concat({"\"", Shown(id), "\" is a code of ICD-9, and of ICD-10 an accident"}));
    });
  }
  if (denial.icd9_e) {
    reporter.ReportOfEach(kIcd9E, {}, id, [&] {
      return std::pair(at.Pointer(), model::Concat({"\"", Shown(id), "\" is a code of ICD-9, and none of ICD-10"}));
    });
  }
  if (denial.lacks_zeros) {
    reporter.ReportOfEach(kLacksZeros, {}, id, [&] {
      return std::pair(at.Pointer(), model::Concat({"\"", Shown(id), "\" is no diagnosis of ICD-9 as it is written"}));
    });
  }
}

// There was none at all: "healthy" in place of a disease.
void ReportNone(FieldId field, const JsonPath& at, std::string_view id, std::string_view label, Reporter& reporter) {
  const std::string code = model::NormalizeCode(id);
  const std::string shown = label.empty() ? code : model::Concat({code, " ", label});
  const RemarkKind& kind = field == model::field::kDiseaseTerm     ? kNoDisease
                           : field == model::field::kExposureAgent ? kNoExposure
                                                                   : kNoneOfIt;
  const std::string_view what = field == model::field::kDiseaseTerm     ? "is no disease"
                                : field == model::field::kExposureAgent ? "was no exposure"
                                                                        : "was nothing";
  reporter.ReportOfEach(kind, {}, shown, [&] {
    return std::pair(at.Pointer(), model::Concat({"\"", Shown(shown), "\" says that there ", what}));
  });
}

}  // namespace

void RecordDraft::NoteWhatMayBeNone(const RemarkKind& kind, const JsonPath& at, std::string_view text) {
  reporter_.ReportOfEach(kind, {}, text, [&] {
    return std::pair(at.Pointer(), model::Concat({"\"", Shown(text), "\" may say that there was none"}));
  });
}

bool RecordDraft::IsDenial(FieldId field, const JsonPath& at, std::string_view id, std::string_view label,
                           bool excluded) {
  if (!MayDeny(field)) return false;
  const Denial denial = judgements_.DenialBy(id, label);
  if (SaysNone(field, denial)) {
    ReportNone(field, at, id, label, reporter_);
    return true;
  }
  const auto report = [&](const RemarkKind& kind, std::string_view what) {
    const std::string shown = label.empty() ? std::string(id) : model::Concat({id, " ", label});
    reporter_.ReportOfEach(kind, {}, shown, [&] {
      return std::pair(at.Pointer(), model::Concat({"\"", Shown(shown), what}));
    });
    return true;
  };
  // On an excluded row, a denying label only repeats that.
  if (!excluded && plausibility_.labels) {
    // "not applicable" says nothing of whether it was there.
    const bool is_marker = label.empty() && rules().IsMissing(id);
    const model::LabelAssertion assertion =
        is_marker ? model::LabelAssertion::kNothing : AssertionOfValue(field, denial, id, label);
    if (assertion != model::LabelAssertion::kNothing) return report(kDenying, InWords(assertion));
    const bool not_taken = field == model::field::kTreatmentAgent ? denial.drug_not_taken : denial.not_taken;
    if (IsOfWhatWasDone(field) && not_taken) return report(kNotTaken, "\" says that it did not take place");
  }
  const bool is_action = field == model::field::kTreatmentAgent || field == model::field::kProcedureCode;
  if (is_action && denial.may_be_none) NoteWhatMayBeNone(kMayBeNone, at, id);
  if (field == model::field::kDiseaseTerm) {
    if (denial.may_be_control) NoteWhatMayBeNone(kMayBeControl, at, id);
    NoteCodeOfIcd(denial, at, id, reporter_);
  }
  return false;
}

}  // namespace muster::import
