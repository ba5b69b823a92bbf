#include "engine/import/record/draft/unread_status.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "engine/import/record/draft/comparator.h"
#include "engine/import/record/draft/record_draft.h"
#include "engine/import/record/draft/unread_consent.h"
#include "engine/import/record/polarity_word.h"
#include "engine/import/record/rules/certainty_word.h"
#include "engine/import/record/rules/coded/behaviour.h"
#include "engine/import/record/rules/denying_member.h"
#include "engine/import/record/rules/words/void_word.h"
#include "engine/model/codes/tumour_behaviour.h"
#include "engine/model/schema/schema.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kUnreadStatus{
    ImportProblem::Kind::kNote,
    "status or the like that nobody reads, and that says that something did not take place or does not count",
    "nothing, if what it stands beside is to be counted all the same, as it is; else leave that out in the source, or "
    "let a rule of the mapping choose: \"when\": {\"/info/status\": [\"final\"]}"};

constexpr RemarkKind kUnreadTick{
    ImportProblem::Kind::kNote,
    "yes, no, or word of absence, doubt, plan or kinship that nobody reads, beside what counts as observed or excluded",
    "nothing, if it says nothing of whether it was there; else write \"excluded\", or let a rule of the mapping read "
    "it: \"fields\": {\"excluded\": \"/isAbsent\"}"};

constexpr RemarkKind kUnreadComparison{
    ImportProblem::Kind::kNote,
    "sign of comparison, or word for a limit of detection, that nobody reads: a number beside it counts as exact",
    "nothing, if no number stands beside it; else write it as \"comparator\" into the quantity, or let a rule of the "
    "mapping read it: \"fields\": {\"value\": \"/v\", \"comparator\": \"/sign\"}",
    RemarkPlace::kFirst};

constexpr RemarkKind kUnreadBehaviourOf{ImportProblem::Kind::kNote,
                                        "behaviour of a tumour that is benign, in situ or the like, which nobody "
                                        "reads: the disease beside it counts as its code says",
                                        "nothing, if it is to count; else let the morphology with its behaviour be the "
                                        "code (ICDO3:8500/2), or let a rule of the mapping choose: \"when\": "
                                        "{\"/behaviour\": [\"3\"]}",
                                        RemarkPlace::kFirst};

// The longest word that is looked at.
constexpr size_t kLongest = 32;

// Whether the word of a status says so. (That a test was negative is no such thing, and neither is a relative's.)
bool SaysItDoesNotCount(std::string_view word) {
  // Of a code, what stands behind the system.
  word = word.substr(word.find_last_of(":|/#") + 1);
  if (word.size() < 4) return false;
  constexpr std::string_view kOfRecords[] = {"excluded", "refuted", "ruledout", "negated", "ausgeschlossen"};
  if (PolarityOfLetters(word) != Polarity::kUnclear) return IsIn(kOfRecords, Letters(word).text());
  return IsVoidWord(word) || AssertionOfAction(word) != Assertion::kNothing ||
         AssertionOfWord(AssertionKind::kStatus, {}, word) == Assertion::kDoubted;
}

// "excluded": true, "present": false, "enteredInError": true.
bool DeniesByTick(StatusKey key, std::string_view word) {
  if (key.denies_by_tick == Polarity::kUnclear || word.size() < 2) return false;
  return PolarityOfLetters(word) == key.denies_by_tick;
}

// Whether the member stands beside those of a row that is observed or excluded: of such a one ReadExclusion has looked
// at the names that tell which. kOfMapping: made by a rule, from any place. What it has may be about much else, as of a
// visit that a diagnosis is read of.
enum class Beside { kNothing, kRow, kOfMapping };
Beside PolarityBeside(RecordDraft& draft, const JsonPath& at) {
  std::string path = at.Path();
  path.resize(path.size() - std::min(path.size(), at.key().size() + 1));
  constexpr std::string_view kRows[] = {"/phenotypicFeatures", "/phenotypic_features", "/diseases",
                                        "/medicalActions",     "/medical_actions",     "/treatments",
                                        "/exposures",          "/procedures",          "/interventionsOrProcedures"};
  constexpr std::string_view kActions[] = {"/treatment", "/procedure", "/radiationTherapy", "/therapeuticRegimen"};
  const auto ends = [&](std::string_view part) { return path.ends_with(part); };
  if (std::any_of(std::begin(kRows), std::end(kRows), ends) ||
      std::any_of(std::begin(kActions), std::end(kActions), ends)) {
    return Beside::kRow;
  }
  if (!model::Info(draft.row(at.row()).entity).polar) return Beside::kNothing;
  path.push_back('/');
  const auto is_around = [&](std::string_view part) { return path.find(model::Concat({part, "/"})) != path.npos; };
  return std::any_of(std::begin(kRows), std::end(kRows), is_around) ? Beside::kRow : Beside::kOfMapping;
}

// Whether a rule of the mapping makes observed and excluded rows of what has the member: it has looked at such names.
bool IsBesideRuleOfPolarity(const JsonPath& at) {
  const MappingNode* around = at.parent() == nullptr ? nullptr : at.parent()->node();
  return around != nullptr && std::any_of(around->rows().begin(), around->rows().end(),
                                          [](const RowRule* rule) { return model::Info(rule->entity).polar; });
}

// Of what something is like that is there, or of how its record came about: a no there does not say that it is not.
bool IsNameOfQuality(std::string_view name) {
  constexpr std::string_view kStems[] = {
      "primary",   "principal", "main",         "review",   "curated",   "causative", "causal",   "famil",
      "heredit",   "inherited", "congenital",   "chronic",  "acute",     "lateral",   "progress", "recur",
      "resolved",  "ongoing",   "current",      "active",   "treated",   "medicated", "incident", "severe",
      "hospital",  "inpatient", "emergency",    "fatal",    "syndromic", "isolated",  "denovo",   "somatic",
      "germline",  "typical",   "selfreport",   "imported", "migrated",  "public",    "editable", "mandatory",
      "sequenced", "consent",   "prophylactic", "respon",   "complic",   "adverse",   "effect",   "success",
      "toler",     "adher",     "benefit",      "pregnan",  "smok",      "alcohol",   "surg",     "biops",
      "consang",   "twin",      "relapse"};
  return HasOneOf(name, kStems);
}

// A yes there says that it was not, or not yet.
bool IsNameOfNoCase(std::string_view name) {
  constexpr std::string_view kStems[] = {
      "carrier",  "unaffected",  "asymptomatic",  "notdetected",  "notfound",       "notseen",
      "unlikely", "unconfirmed", "donotperform",  "notperformed", "planned",        "proposed",
      "declined", "refused",     "contraindicat", "withheld",     "cancelled",      "canceled",
      "notgiven", "nottaken",    "recommended",   "differential", "presymptomatic", "predispos",
      "riskonly", "atrisk",      "notaffected",   "ruledout",     "ruleout"};
  constexpr std::string_view kNames[] = {"ex", "exc", "future", "query"};
  return HasOneOf(name, kStems) || IsIn(kNames, name);
}

// Whether something was there is what such a member is about: a 0 or an N denies it there.
bool IsNameOfPresence(std::string_view name) {
  constexpr std::string_view kStems[] = {"detect", "occur", "seen", "found", "observ", "present", "exist"};
  constexpr std::string_view kNames[] = {"obs",          "has",        "had",       "tick",  "flag",   "checked",
                                         "yesno",        "yn",         "reported",  "noted", "given",  "taken",
                                         "administered", "dispensed",  "count",     "value", "result", "answer",
                                         "probability",  "confidence", "likelihood"};
  return HasOneOf(name, kStems) || IsIn(kNames, name);
}

// What the element as a whole came to.
bool IsNameOfOutcome(std::string_view name) {
  constexpr std::string_view kStems[] = {"outcome",   "finding", "assess",   "evaluat", "conclu",
                                         "interpret", "answer",  "polarity", "negat"};
  return HasOneOf(name, kStems);
}

// Whether the member says with `word` that it was not there: "detected": false, "seen": "no", "outcome": "absent".
bool DeniesBesidePolarity(std::string_view name, std::string_view word, bool is_tick, Beside beside) {
  const Polarity polarity = PolarityOfPresence(word);
  if (polarity == Polarity::kUnclear) return false;
  // A letter or a digit may be anything elsewhere.
  if (word.size() == 1) return IsNameOfPresence(name) && polarity == Polarity::kExcluded;
  const bool is_answer = polarity != PolarityOfExclusion(word);  // a yes or a no, and no word that says which
  if (is_answer && polarity == Polarity::kObserved) return IsNameOfNoCase(name);
  // Of a free text, a "no" says that there is none.
  constexpr std::string_view kTexts[] = {"note", "notes", "comment", "comments", "remark", "remarks", "description"};
  if (is_answer && !is_tick && IsIn(kTexts, name)) return false;
  // ("fasting" and "insured" are no words for it, and absent reflexes say nothing of a diabetes.)
  const bool of_mapping = beside == Beside::kOfMapping;
  if (is_answer) return !IsNameOfQuality(name) && !IsNameOfNoCase(name) && (!of_mapping || IsNameOfPresence(name));
  if (polarity != Polarity::kExcluded || (!is_tick && word.size() < 4)) return false;
  if (of_mapping && !IsNameOfPresence(name) && !IsNameOfOutcome(name) && !name.starts_with("value")) return false;
  // A biopsy that is negative is no absence, and an unaffected father none either.
  // (Of newborns a screening says nothing of a disease that was found later.)
  constexpr std::string_view kScreenings[] = {"screening", "screen", "screeningresult", "screeningoutcome"};
  const Letters plain(word);
  return (plain.text() != "negative" && plain.text() != "unaffected") || IsNameOfOutcome(name) ||
         IsIn(kScreenings, name);
}

// Beside a feature or a disease, not beside what was done.
bool IsBesideFinding(RecordDraft& draft, const JsonPath& at) {
  const model::Entity entity = draft.row(at.row()).entity;
  if (entity == model::Entity::kPhenotype || entity == model::Entity::kDisease) return true;
  const std::string path = at.Path();
  return path.find("/phenotypicFeatures") != path.npos || path.find("/phenotypic_features") != path.npos ||
         path.find("/diseases") != path.npos;
}

// Whether a word says that what it stands beside is doubtful, planned only or a relative's.
bool DoubtsBesidePolarity(RecordDraft& draft, const JsonPath& at, StatusKey key, std::string_view word) {
  if (!key.is_kind) return false;
  constexpr std::string_view kOfIntent[] = {"plan", "proposal", "option", "int", "rqo", "prp", "prms"};
  constexpr std::string_view kOfKind[] = {"query",    "held",    "withheld", "plan",
                                          "proposal", "history", "risk",     "ruleout"};
  // An allergy is a disease, and no treatment.
  constexpr std::string_view kOfActions[] = {"allergy", "intolerance", "contraindication"};
  const Letters letters(word);
  if (IsIn(kOfActions, letters.text())) return !IsBesideFinding(draft, at);
  if (IsIn(kOfKind, letters.text()) || (key.is_intent && IsIn(kOfIntent, letters.text()))) return true;
  // Doubt, plan, kinship: as a modifier says them.
  const Assertion assertion = AssertionOfWord(AssertionKind::kModifiers, {}, word);
  return assertion == Assertion::kDoubted || assertion == Assertion::kVoid ||
         AssertionOfAction(word) != Assertion::kNothing;
}

// "carrierStatus": "carrier", "outcome": "ruled out on biopsy", "hpoa_frequency": "0/5".
bool IsNoCase(std::string_view key, std::string_view word) {
  return CallsNoCase(key, word) ||
         (Letters(key).text().find("frequen") != std::string_view::npos && IsFrequencyOfNothing(word));
}

// In a member of which nothing is known.
void NoteTickBesidePolarity(RecordDraft& draft, const JsonPath& at, std::string_view key, StatusKey about,
                            Element value, std::string_view word, bool is_tick, Beside beside) {
  // With a no there, there is no row; a 0 may be what was measured.
  const bool is_read = (key == "value" || key == "result" || key == "answer") && (is_tick || IsString(value));
  const Letters letters(key);
  const std::string_view name = letters.text();
  const bool denies = !is_read && DeniesBesidePolarity(name, word, is_tick, beside);
  if (!denies && !DoubtsBesidePolarity(draft, at, about, word) &&
      !(IsNoCase(key, word) && IsBesideFinding(draft, at))) {
    return;
  }
  draft.reporter().ReportOfEach(kUnreadTick, at.Path(), word, [&] {
    return std::pair(at.Pointer(), model::Concat({"\"", Shown(key), "\" is \"", Shown(word),
                                                  "\", and what it stands beside counts all the same"}));
  });
}

// Whether the member is about the person, and says with `word` that they are healthy or a control: "affectedStatus":
// "UNAFFECTED". (The control arm of a trial is ill, too.)
bool CallsHealthy(const JsonPath& at, std::string_view key, std::string_view word) {
  if (word.size() < 4) return false;
  constexpr std::string_view kHealthy[] = {"unaffected", "healthy",       "healthycontrol",   "healthyvolunteer",
                                           "noncase",    "normalcontrol", "unaffectedcontrol"};
  constexpr std::string_view kControls[] = {"control", "controls", "ctrl"};
  constexpr std::string_view kNames[] = {"casecontrol",    "casestatus",  "phenotype",       "diseasestatus",
                                         "affectedstatus", "subjecttype", "participanttype", "casecontrolstatus"};
  const Letters letters(word);
  const bool control = IsIn(kControls, letters.text());
  if (!control && !IsIn(kHealthy, letters.text())) return false;
  const Letters name(key);
  if (control && !IsIn(kNames, name.text())) return false;
  // A father may be unaffected, and a diet healthy.
  constexpr std::string_view kOfOthers[] = {"mother",  "father", "parent",  "sibling", "brother", "sister", "famil",
                                            "relativ", "spouse", "partner", "child",   "twin",    "matern", "patern",
                                            "diet",    "food",   "nutri",   "weight",  "life",    "teeth",  "skin"};
  if (HasOneOf(name.text(), kOfOthers)) return false;
  const JsonPath* around = at.parent();
  const std::string place = around == nullptr ? "" : around->Path();
  return place.empty() || place == "/" || place == "/subject" || place == "/info";
}

// "behaviour": 2, or a morphology of ICD-O with it, beside a disease.
void NoteBehaviour(RecordDraft& draft, const JsonPath& at, std::string_view key, Element value, std::string_view word) {
  const bool named = key.find("ehavio") != key.npos && IsNameOfBehaviour(key);
  if (!named && word.find('/') == word.npos) return;
  const std::string text = ScalarText(value).value_or("");
  const std::string_view meaning = named ? model::TumourBehaviour(text) : model::BehaviourOfMorphology(text);
  if (meaning.empty() || model::IsMalignantPrimary(meaning) || !IsBesideFinding(draft, at)) return;
  if (named && !TellsBehaviour(key, text)) return;
  draft.reporter().ReportOfEach(kUnreadBehaviourOf, at.Path(), text, [&] {
    return std::pair(at.Pointer(), model::Concat({"\"", Shown(key), "\" is \"", Shown(text), "\" (", meaning,
                                                  "), and the disease beside it counts as its code says"}));
  });
}

// `within`: in an object that nobody reads.
void NoteScalar(RecordDraft& draft, const JsonPath& at, std::string_view key, Element value, bool within) {
  if (draft.row(at.row()).entity == model::Entity::kConsent && NoteUnreadConsent(draft, at, key, value)) return;
  std::string_view word = StringOf(value);
  bool tick = false;
  const bool is_tick = value.get(tick) == simdjson::SUCCESS;
  if (is_tick) word = tick ? "true" : "false";
  if (!is_tick && NumberOf(value) == 0.0 && !IsString(value)) word = "0";
  if (!is_tick) NoteBehaviour(draft, at, key, value, word);
  if (word.empty() || word.size() > kLongest) return;
  if (!is_tick && IsComparisonOrLimit(word)) {
    return draft.reporter().ReportOfEach(kUnreadComparison, at.Path(), word, [&] {
      return std::pair(at.Pointer(), model::Concat({"\"", Shown(key), "\" is \"", Shown(word), "\""}));
    });
  }
  if (CallsHealthy(at, key, word)) draft.NoteHealthy(at, word);
  const StatusKey name = draft.judgements().StatusKeyBy(key);
  bool may_be_tick = name.denies_by_tick != Polarity::kUnclear;
  const bool may_deny = !within && (is_tick || may_be_tick || PolarityOfPresence(word) != Polarity::kUnclear ||
                                    name.is_kind || IsNoCase(key, word));
  const Beside beside = may_deny ? PolarityBeside(draft, at) : Beside::kNothing;
  if (beside != Beside::kNothing) {
    const bool has_kind = draft.judgements().AssertionKindBy(key) != AssertionKind::kNone;
    if (!has_kind && !may_be_tick) NoteTickBesidePolarity(draft, at, key, name, value, word, is_tick, beside);
    may_be_tick = may_be_tick && !has_kind;
  }
  if (may_be_tick && draft.judgements().AssertionKindBy(key) != AssertionKind::kNone && IsBesideRuleOfPolarity(at))
    may_be_tick = false;
  if (!name.is_status && !may_be_tick) return;
  if (!(name.is_status && SaysItDoesNotCount(word)) && !(may_be_tick && DeniesByTick(name, word))) return;
  draft.reporter().ReportOfEach(kUnreadStatus, at.Path(), word, [&] {
    return std::pair(at.Pointer(), model::Concat({"\"", Shown(key), "\" is \"", Shown(word),
                                                  "\", and what it stands beside counts all the same"}));
  });
}

// A copy of a whole record, as converters keep it: what it has says nothing of what stands beside it.
bool IsCopyOfRecord(Object object) {
  for (const auto field : object) {
    if (field.key == "phenotypicFeatures" || field.key == "metaData" || field.key == "interpretations") return true;
  }
  return false;
}

// A class or a concept of FHIR speaks for the member that has it.
bool IsPartOfClass(std::string_view key) {
  return key == "id" || key == "label" || key == "code" || key == "text" || key == "display" || key == "coding";
}

// A class or a concept of FHIR beside what counts: "valueCodeableConcept", "interpretation". `at`: the member, or one
// of an array.
void NoteClass(RecordDraft& draft, const JsonPath& at, std::string_view key, Element value) {
  const JsonPath& member = at.key().empty() && at.parent() != nullptr ? *at.parent() : at;
  const Beside beside = member.key().empty() ? Beside::kNothing : PolarityBeside(draft, member);
  if (beside == Beside::kNothing) return;
  if (draft.judgements().AssertionKindBy(key) != AssertionKind::kNone) return;
  const NoOfClass no = FindNoOfClass(value);
  if (no.word.empty() || !DeniesBesidePolarity(Letters(key).text(), no.word, /*is_tick=*/false, beside)) return;
  draft.reporter().ReportOfEach(kUnreadTick, member.Path(), no.written, [&] {
    return std::pair(member.Pointer(), model::Concat({"\"", Shown(key), "\" is \"", Shown(no.written),
                                                      "\", and what it stands beside counts all the same"}));
  });
}

void NoteMember(RecordDraft& draft, const JsonPath& at, std::string_view key, Element value, bool within) {
  Array array;
  Object object;
  if (value.get(array) == simdjson::SUCCESS) {
    size_t index = 0;
    for (const Element element : array) NoteMember(draft, JsonPath(at, index++), key, element, within);
    return;
  }
  if (value.get(object) != simdjson::SUCCESS) return NoteScalar(draft, at, key, value, within);
  if (IsCopyOfRecord(object)) return;
  if (!within) NoteClass(draft, at, key, value);
  std::string_view name;
  for (const auto field : object) {
    if (field.key == "name" || field.key == "url") name = StringOf(field.value);
    // Of a component of FHIR.
    if (field.key == "code" && name.empty()) name = StringOf(field.value);
  }
  name = name.substr(name.find_last_of("/#") + 1);
  for (const auto field : object) {
    const bool named = !name.empty() && field.key.substr(0, 5) == "value";
    const std::string_view called = named ? name : IsPartOfClass(field.key) ? key : field.key;
    NoteMember(draft, JsonPath(at, field.key), called, field.value, /*within=*/true);
  }
}

}  // namespace

void NoteUnreadStatus(RecordDraft& draft, const JsonPath& at, std::string_view key, Element value) {
  if (KeyIs(key, "individualToFileIdentifiers")) return;  // its members are called as people and samples are
  NoteMember(draft, at, key, value, /*within=*/false);
}

}  // namespace muster::import
