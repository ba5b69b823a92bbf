// Whether a feature, a disease or the like is observed or excluded.
#include <algorithm>
#include <string>
#include <vector>

#include "engine/import/phenopacket/parts.h"
#include "engine/import/record/mapped/taken_members.h"
#include "engine/import/record/polarity_word.h"
#include "engine/import/record/rules/certainty_word.h"
#include "engine/import/record/rules/denying_member.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/text/missing_marker.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kPolarityContradicts{
    ImportProblem::Kind::kKeptOnly, "members that contradict each other in whether something was there: no row is made",
    "find out which is right, and leave the other out"};
constexpr RemarkKind kExcludedUnclear{
    ImportProblem::Kind::kKeptOnly, "\"excluded\" is neither true nor false, so it is not known what was meant",
    "write true or false, or say what the words of a table's column mean by \"values\": {\"-\": \"false\"}; without "
    "\"excluded\" the record counts as observed"};

constexpr RemarkKind kPolarityElsewhere{
    ImportProblem::Kind::kKeptOnly, "record whose exclusion is told by another member than \"excluded\", not taken",
    "write it as \"excluded\": true or \"excluded\": false; a member that is true where the record is excluded can be "
    "named in the mapping instead: \"fields\": {\"excluded\": \"/isExcluded\"}"};
constexpr RemarkKind kNotCertain{
    ImportProblem::Kind::kKeptOnly,
    "record that is not said to be certain, present and of this person by a member that tells this, not taken",
    "nothing, if only what is certain is to be counted; else name the words that make a record in the mapping: "
    "\"diseases\": {\"from\": \"/diseases/*\", \"when\": {\"/certainty\": [\"suspected\"]}, \"fields\": {\"term\": "
    "\"/term\"}}"};

constexpr RemarkKind kVoidMeasurement{ImportProblem::Kind::kKeptOnly,
                                      "measurement that is said to be an error or not to have been done, not taken",
                                      "nothing, if that is right; else leave the member out in the source"};

// The most frequent members of the standards, none of which concerns polarity.
bool IsOfTheStandard(std::string_view key) {
  for (const std::string_view member : {"type", "term", "onset", "evidence", "resolution", "description", "featureType",
                                        "diseaseCode", "ageOfOnset", "diseaseStage", "clinicalTnmFinding", "notes"}) {
    if (key == member) return true;
  }
  return false;
}

// What the parts of a class or of a FHIR concept assert together.
class Assertions {
 public:
  void Add(Assertion assertion) {
    worst_ = std::max(worst_, assertion);
    observed_ = observed_ || assertion == Assertion::kObserved;
    excluded_ = excluded_ || assertion == Assertion::kExcluded;
  }
  Assertion Together() const { return observed_ && excluded_ ? Assertion::kUnclear : worst_; }

 private:
  Assertion worst_ = Assertion::kUnclear;
  bool observed_ = false;
  bool excluded_ = false;
};

// The record's words for the person are its ids, too; a FHIR reference names the patient.
Assertion AssertionOfText(RecordDraft& draft, AssertionKind kind, std::string_view key, Element value,
                          const std::string& text) {
  const Assertion code = AssertionOfCode(model::NormalizeCode(text));
  if (code != Assertion::kUnclear) return code;
  if (kind == AssertionKind::kPerson &&
      (IsThisIndividual(draft, value) || text.starts_with("Patient/") || text.find("/Patient/") != text.npos)) {
    return Assertion::kNothing;
  }
  return AssertionOfWord(kind, key, text);
}

// What stands before the last colon or bar of a text, where it can be the system of a code: an address, or a name such
// as "condition-ver-status". Before a bar stands an address or a name of several words: "absent|present" are two
// answers, as are "0|1", and of which a record is, is not known.
bool MayBeSystem(AssertionKind kind, std::string_view key, std::string_view before, char end) {
  if (before.find("://") != before.npos || before.starts_with("urn:")) return true;
  if (before.find_first_of(":|;,") != before.npos) return false;
  const bool is_answer = AssertionOfWord(kind, key, before) != Assertion::kUnclear ||
                         PolarityOfLetters(before) != Polarity::kUnclear || model::IsMissingMarker(before);
  return !is_answer && (end == ':' || before.find('-') != before.npos);
}

void AddAssertions(RecordDraft& draft, AssertionKind kind, std::string_view key, Element value, Assertions& all) {
  Array array;
  Object object;
  if (const std::optional<std::string> text = ScalarText(value)) {
    const Assertion assertion = AssertionOfText(draft, kind, key, value, *text);
    all.Add(assertion);
    // The part of a code behind its system: "condition-ver-status:confirmed".
    const std::string_view whole = *text;
    const size_t end_of_system = whole.find_last_of(":|");
    if (assertion == Assertion::kUnclear && end_of_system != whole.npos &&
        MayBeSystem(kind, key, whole.substr(0, end_of_system), whole[end_of_system])) {
      all.Add(AssertionOfWord(kind, key, whole.substr(end_of_system + 1)));
    }
  } else if (value.get(array) == simdjson::SUCCESS) {
    for (const Element element : array) AddAssertions(draft, kind, key, element, all);
  } else if (value.get(object) == simdjson::SUCCESS) {
    for (const auto field : object) {
      if (field.key == "system" || field.key == "version" || field.key == "type" || IsEmpty(field.value)) continue;
      AddAssertions(draft, kind, key, field.value, all);
    }
  }
}

// Modifiers and a severity are classes, few of which concern polarity.
Assertion AssertionOfModifiers(Judgements& judgements, Element value) {
  Array array;
  if (value.get(array) == simdjson::SUCCESS) {
    Assertion worst = Assertion::kNothing;
    for (const Element element : array) worst = std::max(worst, AssertionOfModifiers(judgements, element));
    return worst;
  }
  if (IsObject(value)) {
    Assertion worst = Assertion::kNothing;
    for (const std::string_view part : {"id", "label"}) {
      const std::optional<Element> member = Member(value, part);
      if (member.has_value()) worst = std::max(worst, AssertionOfModifiers(judgements, *member));
    }
    return worst;
  }
  return IsString(value) ? judgements.AssertionOfModifier(StringOf(value)) : Assertion::kNothing;
}

// As a text, or as a class of it: {"id": "0/12"}.
bool HasFrequencyOfNothing(Element value) {
  for (const std::string_view part : {"id", "label"}) {
    const std::optional<Element> member = Member(value, part);
    if (member.has_value() && IsFrequencyOfNothing(StringOf(*member))) return true;
  }
  return IsFrequencyOfNothing(ScalarText(value).value_or(""));
}

// A severity of none, or one that is called so: of modifiers, "none" says that there are no modifiers.
bool IsClassOfNone(Element value) {
  const std::optional<Element> label = Member(value, "label");
  return label.has_value() && Letters(StringOf(*label)).text() == "none";
}

Assertion AssertionOfMember(RecordDraft& draft, AssertionKind kind, std::string_view key, Element value) {
  if (key == "frequency" && HasFrequencyOfNothing(value)) return Assertion::kExcluded;
  if ((key == "frequency" || key == "severity") && IsClassOfNone(value)) return Assertion::kExcluded;
  if (kind == AssertionKind::kModifiers) return AssertionOfModifiers(draft.judgements(), value);
  // A qualifier, a time or a person that is a marker of a missing value is not there.
  if (IsString(value) &&
      (kind == AssertionKind::kQualifier || kind == AssertionKind::kTime || kind == AssertionKind::kPerson) &&
      draft.rules().IsMissing(StringOf(value))) {
    return Assertion::kNothing;
  }
  Assertions all;
  AddAssertions(draft, kind, key, value, all);
  return all.Together();
}

// For treatments and the like, a status is their progress; these readers know no doubtful ones.
Assertion AssertionOfActionMember(AssertionKind kind, Element value) {
  if (kind != AssertionKind::kStatus) return Assertion::kNothing;
  const std::optional<std::string> word = ScalarText(value);
  return word.has_value() ? AssertionOfAction(*word) : Assertion::kNothing;
}

bool ConcernsActions(AssertionKind kind) {
  return kind == AssertionKind::kExclusion || kind == AssertionKind::kPresence || kind == AssertionKind::kModifiers ||
         kind == AssertionKind::kPerson;
}

std::nullopt_t KeepContradiction(RecordDraft& draft, JsonPath& at, Element element, std::string_view one,
                                 std::string_view other) {
  at.set_polarity_unknown();
  draft.KeepUnreadable(at, element, kPolarityContradicts,
                       model::Concat({"\"", one, "\" and \"", other, "\" contradict each other"}));
  return std::nullopt;
}

std::string_view ReasonOf(AssertionKind kind, Assertion assertion) {
  if (kind == AssertionKind::kPerson) return "\": this is about somebody else, as far as is known, so it is not taken";
  if (assertion == Assertion::kVoid) return "\": this is an error or about somebody else, so it is not taken";
  if (assertion == Assertion::kDoubted) return "\": this is not said to be certain and present, so it is not taken";
  return "\": it is not certain that this was observed, so it is not taken; write \"excluded\": true or false";
}

std::nullopt_t KeepUncertain(RecordDraft& draft, JsonPath& at, Element element, const JsonPath& where,
                             std::string_view key, Element value, AssertionKind kind, Assertion assertion) {
  const bool by_polarity = (assertion == Assertion::kExcluded || assertion == Assertion::kUnclear) &&
                           kind != AssertionKind::kPerson && kind != AssertionKind::kDoubt &&
                           kind != AssertionKind::kTime;
  draft.reporter().Report(by_polarity ? kPolarityElsewhere : kNotCertain, where.Pointer(),
                          ScalarText(value).value_or(simdjson::minify(value)),
                          model::Concat({"\"", Shown(key), ReasonOf(kind, assertion)}));
  at.set_polarity_unknown();
  draft.KeepAsIs(at, element);
  return std::nullopt;
}

// What "excluded" says outweighs what is not understood, and a doubt whether something excluded was there; no more.
bool Outweighs(bool excluded, Assertion assertion) {
  return assertion <= Assertion::kObserved || assertion == Assertion::kExcluded ||
         (assertion == Assertion::kDoubted && excluded);
}

bool IsMainMember(std::string_view key) {
  return key == "type" || key == "term" || key == "featureType" || key == "diseaseCode";
}

// A member of the class itself that says whether it was there, such as {"id": ..., "excluded": true}: one level too
// deep.
struct Inside {
  std::string_view key;
  Element value;
  AssertionKind kind;
  Assertion assertion;
};

std::optional<Inside> AssertionInside(RecordDraft& draft, Element value) {
  Object object;
  if (value.get(object) != simdjson::SUCCESS) return std::nullopt;
  for (const auto field : object) {
    if (field.key == "id" || field.key == "label" || IsEmpty(field.value)) continue;
    const AssertionKind kind = draft.judgements().AssertionKindBy(field.key);
    if (kind != AssertionKind::kExclusion && kind != AssertionKind::kPresence) continue;
    const Assertion assertion = AssertionOfMember(draft, kind, field.key, field.value);
    if (assertion != Assertion::kNothing && assertion != Assertion::kObserved)
      return Inside{field.key, field.value, kind, assertion};
  }
  return std::nullopt;
}

// "value": false of a feature. Numbers and other words do not say whether it was there.
bool DeniesByValue(std::string_view key, Element value) {
  if (key != "value" && key != "result" && key != "answer") return false;
  bool yes = false;
  if (value.get(yes) == simdjson::SUCCESS) return !yes;
  if (IsObject(value)) return !FindNoOfClass(value).word.empty();
  return IsString(value) && PolarityOfLetters(StringOf(value)) == Polarity::kExcluded;
}

// "excluded" of the standards is true or false. A cell of a table is a text, which says it as others do: 0, no.
std::optional<bool> ValueOfExcluded(const RecordDraft& draft, Element value) {
  const std::optional<bool> written = BoolOf(value);
  const std::optional<std::string> text = draft.of_table() && !written.has_value() ? ScalarText(value) : std::nullopt;
  if (!text.has_value()) return written;
  const Polarity polarity = PolarityOfExclusion(*text);
  return polarity == Polarity::kUnclear ? std::nullopt : std::optional(polarity == Polarity::kExcluded);
}

}  // namespace

std::optional<bool> ReadExcluded(RecordDraft& draft, JsonPath& at, Element element, StatusMembers statuses) {
  Object object;
  if (element.get(object) != simdjson::SUCCESS) return false;
  std::optional<bool> excluded;
  for (const auto field : object) {
    // "negated" is what version 1 called it.
    if ((field.key != "excluded" && field.key != "negated") || IsNull(field.value)) continue;
    const std::optional<bool> value = ValueOfExcluded(draft, field.value);
    if (!value.has_value()) {
      at.set_polarity_unknown();
      draft.KeepUnreadable(at, element, kExcludedUnclear);
      return std::nullopt;
    }
    if (excluded.has_value() && *excluded != *value)
      return KeepContradiction(draft, at, element, "excluded", "negated");
    excluded = value;
  }
  for (const auto field : object) {
    if (field.key == "excluded" || field.key == "negated" || IsEmpty(field.value)) continue;
    if (statuses == StatusMembers::kSayWhetherObserved && !excluded.has_value()) {
      if (IsMainMember(field.key)) {
        const std::optional<Inside> inside = AssertionInside(draft, field.value);
        if (inside.has_value()) {
          return KeepUncertain(draft, at, element, JsonPath(JsonPath(at, field.key), inside->key), inside->key,
                               inside->value, inside->kind, inside->assertion);
        }
      } else if (DeniesByValue(field.key, field.value) && !IsTakenByRule(draft, at, element, field.key)) {
        return KeepUncertain(draft, at, element, JsonPath(at, field.key), field.key, field.value,
                             AssertionKind::kPresence, Assertion::kExcluded);
      }
    }
    if (IsOfTheStandard(field.key)) continue;
    const AssertionKind kind = draft.judgements().AssertionKindBy(field.key);
    if (kind == AssertionKind::kNone || IsTakenByRule(draft, at, element, field.key)) continue;
    const Assertion assertion = statuses == StatusMembers::kSayWhetherObserved || ConcernsActions(kind)
                                    ? AssertionOfMember(draft, kind, field.key, field.value)
                                    : AssertionOfActionMember(kind, field.value);
    if (assertion == Assertion::kNothing || (assertion == Assertion::kObserved && !excluded.value_or(false))) continue;
    if (excluded.has_value()) {
      if (assertion == (*excluded ? Assertion::kObserved : Assertion::kExcluded)) {
        return KeepContradiction(draft, at, element, "excluded", field.key);
      }
      if (Outweighs(*excluded, assertion)) continue;
    }
    return KeepUncertain(draft, at, element, JsonPath(at, field.key), field.key, field.value, kind, assertion);
  }
  return excluded.value_or(false);
}

bool IsVoidMeasurement(RecordDraft& draft, const JsonPath& at, Element element) {
  Object object;
  if (element.get(object) != simdjson::SUCCESS) return false;
  for (const auto field : object) {
    if (field.key == "assay" || field.key == "assayCode" || field.key == "value" || field.key == "timeObserved")
      continue;
    const Element coded =
        IsObject(field.value) ? Member(field.value, "id").value_or(field.value) : Element(field.value);
    const std::optional<std::string> text = ScalarText(coded);
    if (!text.has_value()) continue;
    const std::string_view word = std::string_view(*text).substr(text->find_last_of(":|/#") + 1);
    if (!MakesVoid(field.key, word) || IsTakenByRule(draft, at, element, field.key)) continue;
    draft.reporter().Report(kVoidMeasurement, JsonPath(at, field.key).Pointer(), *text,
                            model::Concat({"\"", Shown(field.key), "\" says that this is no measurement"}));
    draft.KeepAsIs(at, element);
    return true;
  }
  return false;
}

}  // namespace muster::import
