// Whether a feature, a disease or the like is observed or excluded.
#include <algorithm>
#include <span>

#include "engine/import/phenopacket/parts.h"
#include "engine/import/record/polarity_word.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kPolarityContradicts{
    ImportProblem::Kind::kKeptOnly, "members that contradict each other in whether something was there: no row is made",
    "find out which is right, and leave the other out"};
constexpr RemarkKind kExcludedUnclear{ImportProblem::Kind::kKeptOnly,
                                      "\"excluded\" is neither true nor false, so it is not known what was meant",
                                      "write true or false; without \"excluded\" the record counts as observed"};

constexpr RemarkKind kPolarityElsewhere{
    ImportProblem::Kind::kKeptOnly, "record whose exclusion is told by another member than \"excluded\", not taken",
    "write it as \"excluded\": true or \"excluded\": false; a member that is true where the record is excluded can be "
    "named in the mapping instead: \"fields\": {\"excluded\": \"/isExcluded\"}"};

bool IsIn(std::span<const std::string_view> list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Members that the standards do not have and sources write, as Letters gives them; docs/data-model.md shows them.
constexpr std::string_view kNamesOfExclusion[] = {
    "excluded",     "isexcluded", "wasexcluded", "exclusion", "exclusionstatus", "negated",
    "isnegated",    "negation",   "absent",      "isabsent",  "notpresent",      "notobserved",
    "ruledout",     "isruledout", "refuted",     "isrefuted", "excludedflag",    "absentflag",
    "negationflag", "denied",     "isdenied",    "negative",  "isnegative",
};
constexpr std::string_view kNamesOfPresence[] = {
    "observed",   "isobserved",  "wasobserved", "present",    "ispresent", "presence",   "affected",
    "isaffected", "isconfirmed", "confirmed",   "waspresent", "positive",  "ispositive",
};
constexpr std::string_view kNamesOfStatus[] = {
    "status",          "featurestatus",     "phenotypestatus", "phenotypicfeaturestatus", "diseasestatus",
    "conditionstatus", "observationstatus", "presencestatus",  "verificationstatus",      "polarity",
};

// These may tell other things, too: only where they clearly say so, the record is excluded. "NOT" is the qualifier of
// HPO's annotations, "A" (ausgeschlossen) the certainty of diagnoses in German records.
constexpr std::string_view kNamesOfAssertion[] = {
    "assertion",
    "assertionstatus",
    "certainty",
    "diagnosticcertainty",
    "diagnosiscertainty",
    "diagnosesicherheit",
    "qualifier",
    "found",
    "isfound",
    "wasfound",
};
bool SaysExcluded(std::string_view name, std::string_view word) {
  const Letters letters(word);
  return PolarityOfPresence(word) == Polarity::kExcluded || letters.text() == "not" ||
         (name == "diagnosesicherheit" && letters.text() == "a");
}

// Codes by which a modifier, a frequency or a severity says that there was nothing: HPO's "Excluded" (present in 0 %),
// SNOMED CT's "Known absent" and "Definitely NOT present".
constexpr std::string_view kCodesOfAbsence[] = {"HP:0040285", "SNOMED:410516002", "SNOMED:410594000"};
constexpr std::string_view kNamesOfQualifiers[] = {"modifiers", "modifier", "frequency", "severity"};

bool HasCodeOfAbsence(Element value) {
  Array array;
  if (value.get(array) == simdjson::SUCCESS) return std::any_of(array.begin(), array.end(), HasCodeOfAbsence);
  if (IsObject(value)) {
    const std::optional<Element> id = Member(value, "id");
    return id.has_value() && HasCodeOfAbsence(*id);
  }
  if (!IsString(value)) return false;
  // However the prefix is written, the number is there.
  const std::string_view code = StringOf(value);
  const bool may_be = std::any_of(
      std::begin(kCodesOfAbsence), std::end(kCodesOfAbsence),
      [&](std::string_view absence) { return code.find(absence.substr(absence.find(':') + 1)) != code.npos; });
  return may_be && IsIn(kCodesOfAbsence, model::NormalizeCode(code));
}

// How a disease goes, or how far its record is: it is there.
constexpr std::string_view kCourseWords[] = {
    "active",  "inactive", "resolved", "remission", "inremission", "recurrence", "relapse",
    "chronic", "acute",    "ongoing",  "current",   "final",       "completed",
};

enum class Names { kOther, kExclusion, kPresence, kStatus, kAssertion, kQualifier };

// The most frequent members of the standards, which tell nothing of it.
bool IsOfTheStandard(std::string_view key) {
  for (const std::string_view member : {"type", "term", "onset", "evidence", "resolution", "description", "featureType",
                                        "diseaseCode", "ageOfOnset", "diseaseStage", "clinicalTnmFinding", "notes"}) {
    if (key == member) return true;
  }
  return false;
}

Names NamesOf(std::string_view key, StatusMembers statuses) {
  if (IsOfTheStandard(key)) return Names::kOther;
  const Letters name(key);
  if (IsIn(kNamesOfExclusion, name.text())) return Names::kExclusion;
  if (IsIn(kNamesOfPresence, name.text())) return Names::kPresence;
  if (statuses == StatusMembers::kSayWhetherObserved && IsIn(kNamesOfStatus, name.text())) return Names::kStatus;
  if (statuses == StatusMembers::kSayWhetherObserved && IsIn(kNamesOfAssertion, name.text())) return Names::kAssertion;
  if (IsIn(kNamesOfQualifiers, name.text())) return Names::kQualifier;
  return Names::kOther;
}

enum class Said { kObserved, kExcluded, kCourse, kUnclear };

Said SaidBy(Names names, std::string_view key, Element value) {
  if (names == Names::kQualifier) return HasCodeOfAbsence(value) ? Said::kExcluded : Said::kCourse;
  const std::optional<std::string> word = ScalarText(value);
  if (names == Names::kAssertion) {
    return word.has_value() && SaysExcluded(Letters(key).text(), *word) ? Said::kExcluded : Said::kCourse;
  }
  if (!word.has_value()) return Said::kUnclear;
  switch (names == Names::kExclusion ? PolarityOfExclusion(*word) : PolarityOfPresence(*word)) {
    case Polarity::kObserved:
      return Said::kObserved;
    case Polarity::kExcluded:
      return Said::kExcluded;
    case Polarity::kUnclear:
      break;
  }
  return names == Names::kStatus && IsIn(kCourseWords, Letters(*word).text()) ? Said::kCourse : Said::kUnclear;
}

std::nullopt_t KeepContradiction(RecordDraft& draft, Place& at, Element element, std::string_view one,
                                 std::string_view other) {
  at.set_polarity_unknown();
  draft.KeepUnreadable(at, element, kPolarityContradicts,
                       model::Concat({"\"", one, "\" and \"", other, "\" contradict each other"}));
  return std::nullopt;
}

}  // namespace

std::optional<bool> ReadExcluded(RecordDraft& draft, Place& at, Element element, StatusMembers statuses) {
  Object object;
  if (element.get(object) != simdjson::SUCCESS) return false;
  std::optional<bool> excluded;
  for (const auto field : object) {
    // "negated" is what version 1 called it.
    if ((field.key != "excluded" && field.key != "negated") || IsNull(field.value)) continue;
    const std::optional<bool> said = BoolOf(field.value);
    if (!said.has_value()) {
      at.set_polarity_unknown();
      draft.KeepUnreadable(at, element, kExcludedUnclear);
      return std::nullopt;
    }
    if (excluded.has_value() && *excluded != *said) return KeepContradiction(draft, at, element, "excluded", "negated");
    excluded = said;
  }
  for (const auto field : object) {
    if (field.key == "excluded" || field.key == "negated" || IsEmpty(field.value)) continue;
    const Names names = NamesOf(field.key, statuses);
    if (names == Names::kOther) continue;
    const Place place(at, field.key);
    if (place.node() != nullptr) continue;  // the mapping says what it is
    const Said said = SaidBy(names, field.key, field.value);
    if (excluded.has_value()) {
      if (said == (*excluded ? Said::kObserved : Said::kExcluded)) {
        return KeepContradiction(draft, at, element, "excluded", field.key);
      }
    } else if (said == Said::kExcluded || said == Said::kUnclear) {
      const std::string value = ScalarText(field.value).value_or(simdjson::minify(field.value));
      draft.reporter().Report(kPolarityElsewhere, place.Pointer(), value,
                              model::Concat({"\"", Shown(field.key),
                                             "\": it is not certain that this was observed, so it is not taken; "
                                             "write \"excluded\": true or false"}));
      at.set_polarity_unknown();
      draft.KeepAsIs(at, element);
      return std::nullopt;
    }
  }
  return excluded.value_or(false);
}

}  // namespace muster::import
