#include "engine/import/record/rules/certainty_word.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "engine/import/record/polarity_word.h"
#include "engine/import/record/rules/not_done_word.h"
#include "engine/import/record/rules/void_word.h"

namespace muster::import {
namespace {

bool Has(std::span<const std::string_view> list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// All names and words are as Letters gives them; docs/data-model.md#polarity shows the names.
constexpr std::string_view kNamesOfExclusion[] = {
    "excluded",     "isexcluded", "wasexcluded", "exclusion",     "exclusionstatus", "negated",
    "isnegated",    "negation",   "absent",      "isabsent",      "notpresent",      "notobserved",
    "ruledout",     "isruledout", "refuted",     "isrefuted",     "excludedflag",    "absentflag",
    "negationflag", "denied",     "isdenied",    "negative",      "isnegative",      "negationind",
    "not",          "excl",       "neg",         "ausgeschlossen"};
constexpr std::string_view kNamesOfPresence[] = {"observed",
                                                 "isobserved",
                                                 "wasobserved",
                                                 "present",
                                                 "ispresent",
                                                 "presence",
                                                 "affected",
                                                 "isaffected",
                                                 "isconfirmed",
                                                 "confirmed",
                                                 "waspresent",
                                                 "positive",
                                                 "ispositive",
                                                 "found",
                                                 "isfound",
                                                 "wasfound",
                                                 "exists",
                                                 "hasphenotype",
                                                 "hasfeature",
                                                 "hasdisease",
                                                 "hascondition",
                                                 "hasdiagnosis",
                                                 "observedyn",
                                                 "presentyn",
                                                 "vorhanden",
                                                 "beobachtet",
                                                 "existe",
                                                 "yesno",
                                                 "yn",
                                                 "hpopresent",
                                                 "phenotypepresent",
                                                 "featurepresent",
                                                 "symptompresent",
                                                 "conditionpresent",
                                                 "diseasepresent",
                                                 "mhoccur",
                                                 "ceoccur",
                                                 "saoccur",
                                                 "cmoccur",
                                                 "exoccur",
                                                 "suoccur",
                                                 "proccur"};
constexpr std::string_view kNamesOfStatus[] = {"status",
                                               "featurestatus",
                                               "phenotypestatus",
                                               "phenotypicfeaturestatus",
                                               "diseasestatus",
                                               "conditionstatus",
                                               "clinicalstatus",
                                               "observationstatus",
                                               "presencestatus",
                                               "verificationstatus",
                                               "confirmationstatus",
                                               "diagnosisstatus",
                                               "diagnosticstatus",
                                               "polarity",
                                               "observedstatus",
                                               "hpostatus",
                                               "phenostatus",
                                               "symptomstatus",
                                               "mhstat",
                                               "cestat",
                                               "sastat"};
constexpr std::string_view kNamesOfCertainty[] = {
    "assertion",          "assertionstatus",     "certainty",  "diagnosticcertainty", "diagnosiscertainty",
    "diagnosesicherheit", "diagnosensicherheit", "sicherheit", "findingcontext",      "verification",
};
constexpr std::string_view kNamesOfTime[] = {"temporality", "temporalcontext"};
constexpr std::string_view kNamesOfDoubt[] = {
    "uncertain",     "isuncertain", "uncertainty",   "possible",        "ispossible",     "probable",
    "isprobable",    "suspected",   "issuspected",   "hypothetical",    "ishypothetical", "conditional",
    "isconditional", "provisional", "isprovisional", "unconfirmed",     "isunconfirmed",  "historical",
    "ishistorical",  "historyof",   "isfamily",      "isfamilyhistory", "enteredinerror", "isenteredinerror",
};
constexpr std::string_view kNamesOfPerson[] = {
    "subject",           "individualid",          "experiencer",       "relationship", "relationshiptopatient",
    "relationtopatient", "relationshiptoproband", "relationtoproband", "familymember", "relative",
    "kinship",           "subjectrelationship",
};
constexpr std::string_view kNamesOfModifiers[] = {"modifiers", "modifier", "frequency", "severity"};
// Names with one of these in them are of exclusion, whatever is before and behind it: "type_excluded",
// "negatedFinding".
constexpr std::string_view kStemsOfExclusion[] = {"exclude", "exclusion", "negated", "negation",
                                                  "absen",   "ruledout",  "ruleout"};

// How a disease goes, or how far its record is: it is there.
constexpr std::string_view kWordsOfCourse[] = {
    "active",    "inactive", "resolved", "remission", "inremission", "recurrence", "relapse",
    "recurrent", "chronic",  "acute",    "ongoing",   "current",     "final",      "completed",
};
constexpr std::string_view kWordsOfCertainty[] = {
    "certain",
    "definite",
    "definitely",
    "definitelypresent",
    "known",
    "knownpresent",
    "confirmedpresent",
    "sure",
    "established",
    "proven",
    "verified",
    "asserted",
    "affirmed",
    "gesichert",
    "gesicherte",
    "gesichertediagnose",
    "gesichertediagnosen",
};
// What stands in a "qualifier" of features and diagnoses beside their certainty.
constexpr std::string_view kWordsOfQuality[] = {
    "mild",   "moderate", "severe",      "profound",  "borderline",  "left",    "right",     "bilateral", "unilateral",
    "distal", "proximal", "generalized", "localized", "progressive", "primary", "secondary", "main",      "principal",
};
constexpr std::string_view kWordsOfNow[] = {"recent", "current", "present", "now",
                                            "acute",  "chronic", "ongoing", "actual"};
constexpr std::string_view kWordsOfDoubt[] = {
    "suspected",
    "suspicion",
    "suspect",
    "possible",
    "possibly",
    "probable",
    "probably",
    "likely",
    "unlikely",
    "provisional",
    "differential",
    "differentialdiagnosis",
    "unconfirmed",
    "preliminary",
    "working",
    "workingdiagnosis",
    "presumed",
    "presumptive",
    "tentative",
    "questionable",
    "uncertain",
    "unsure",
    "hypothetical",
    "conditional",
    "planned",
    "future",
    "verdacht",
    "verdachtauf",
    "verdachtsdiagnose",
    "maybe",
    "atrisk",
    "probablypresent",
    "knownpossible",
    "probablynotpresent",
    "historical",
    "historyof",
    "pasthistory",
    "past",
    "zustandnach",
    "hedged",
};
constexpr std::string_view kWordsOfOthers[] = {
    "enteredinerror", "familyhistory", "family",  "familymember", "someoneelse", "associatedwithsomeoneelse",
    "mother",         "father",        "sibling", "brother",      "sister",      "parent",
    "relative",       "notpatient",
};
constexpr std::string_view kWordsOfThePerson[] = {
    "self",       "oneself", "patient",         "proband",    "index",       "indexcase", "indexpatient",
    "thepatient", "subject", "subjectofrecord", "individual", "participant", "person",    "selbst",
};

// Of certainty by one letter, as German records have it.
Says SaysMark(std::string_view letter) {
  if (letter == "g") return Says::kObserved;
  if (letter == "a") return Says::kExcluded;
  return letter == "v" || letter == "z" ? Says::kDoubted : Says::kUnclear;
}

// -1 is how programs that read texts write a polarity: Letters leaves the sign out.
bool IsNegativeNumber(std::string_view word) {
  return word.size() > 1 && word[0] == '-' && word[1] >= '0' && word[1] <= '9';
}

Says SaysPolarity(Polarity polarity) {
  if (polarity == Polarity::kUnclear) return Says::kUnclear;
  return polarity == Polarity::kExcluded ? Says::kExcluded : Says::kObserved;
}

Says SaysAnywhere(std::string_view letters) {
  if (Has(kWordsOfDoubt, letters)) return Says::kDoubted;
  return Has(kWordsOfOthers, letters) ? Says::kVoid : Says::kUnclear;
}

Says SaysOfCertainty(Teller teller, std::string_view key, std::string_view word, std::string_view letters) {
  const Says polarity = SaysPolarity(PolarityOfPresence(word));
  if (polarity != Says::kUnclear) return polarity;
  if (letters == "not") return Says::kExcluded;  // the qualifier of HPO's annotations
  if (Has(kWordsOfCourse, letters)) return Says::kNothing;
  if (Has(kWordsOfCertainty, letters)) return Says::kObserved;
  if (teller == Teller::kQualifier && Has(kWordsOfQuality, letters)) return Says::kNothing;
  if (letters.size() == 1 && Letters(key).text().ends_with("sicherheit")) return SaysMark(letters);
  return SaysAnywhere(letters);
}

Says SaysOfDoubt(std::string_view word, std::string_view letters) {
  switch (PolarityOfPresence(word)) {
    case Polarity::kObserved:
      return Says::kDoubted;
    case Polarity::kExcluded:
      return Says::kNothing;
    case Polarity::kUnclear:
      break;
  }
  if (letters == "none" || Has(kWordsOfCertainty, letters)) return Says::kNothing;
  return SaysAnywhere(letters);
}

// Whether one letter of `name` is missing, too many or another one, or two beside each other are exchanged: "exculded".
bool IsMisspelt(std::string_view written, std::string_view name) {
  const auto [at, own] = std::mismatch(written.begin(), written.end(), name.begin(), name.end());
  const std::string_view rest = written.substr(at - written.begin());
  const std::string_view rest_of_name = name.substr(own - name.begin());
  if (rest.size() == rest_of_name.size() + 1) return rest.substr(1) == rest_of_name;
  if (rest.size() + 1 == rest_of_name.size()) return rest == rest_of_name.substr(1);
  if (rest.size() != rest_of_name.size() || rest.empty()) return false;
  const bool exchanged = rest.size() > 1 && rest[0] == rest_of_name[1] && rest[1] == rest_of_name[0];
  return rest.substr(1) == rest_of_name.substr(1) || (exchanged && rest.substr(2) == rest_of_name.substr(2));
}

Says SaysLetters(Teller teller, std::string_view key, std::string_view word) {
  if (IsNegativeNumber(word)) {
    return word == "-1" && teller == Teller::kStatus ? Says::kExcluded : Says::kUnclear;
  }
  const Letters of_word(word);
  const std::string_view letters = of_word.text();
  switch (teller) {
    case Teller::kNone:
      return Says::kNothing;
    case Teller::kExclusion: {
      const Says said = SaysPolarity(PolarityOfExclusion(word));
      return said == Says::kUnclear ? SaysAnywhere(letters) : said;
    }
    case Teller::kPresence: {
      const Says said = SaysPolarity(PolarityOfPresence(word));
      return said == Says::kUnclear ? SaysAnywhere(letters) : said;
    }
    case Teller::kStatus:
      // How it goes may be unknown; whether it was there may not.
      if (letters == "unknown" && Letters(key).text() == "clinicalstatus") return Says::kNothing;
      return SaysOfCertainty(teller, key, word, letters);
    case Teller::kCertainty:
    case Teller::kQualifier:
      return SaysOfCertainty(teller, key, word, letters);
    case Teller::kTime:
      return Has(kWordsOfNow, letters) ? Says::kNothing : SaysAnywhere(letters);
    case Teller::kDoubt:
      return SaysOfDoubt(word, letters);
    case Teller::kPerson:
      return Has(kWordsOfThePerson, letters) ? Says::kNothing : Says::kVoid;
    case Teller::kModifiers: {
      const Says said = SaysAnywhere(letters);
      return said == Says::kUnclear ? Says::kNothing : said;
    }
  }
  return Says::kUnclear;
}

}  // namespace

Teller TellerOf(std::string_view key) {
  const Letters name(key);
  const std::string_view letters = name.text();
  if (Has(kNamesOfExclusion, letters)) return Teller::kExclusion;
  if (Has(kNamesOfPresence, letters)) return Teller::kPresence;
  if (Has(kNamesOfStatus, letters)) return Teller::kStatus;
  if (Has(kNamesOfCertainty, letters)) return Teller::kCertainty;
  if (letters == "qualifier") return Teller::kQualifier;
  if (Has(kNamesOfTime, letters)) return Teller::kTime;
  if (Has(kNamesOfDoubt, letters)) return Teller::kDoubt;
  if (Has(kNamesOfPerson, letters)) return Teller::kPerson;
  if (Has(kNamesOfModifiers, letters)) return Teller::kModifiers;
  const bool excludes = std::any_of(std::begin(kStemsOfExclusion), std::end(kStemsOfExclusion),
                                    [&](std::string_view stem) { return letters.find(stem) != letters.npos; });
  return excludes || IsMisspelt(letters, "excluded") ? Teller::kExclusion : Teller::kNone;
}

Says SaysWord(Teller teller, std::string_view key, std::string_view word) {
  const Says said = SaysLetters(teller, key, word);
  if (teller == Teller::kNone || teller == Teller::kModifiers) return said;
  // A sign takes from what is certain, and adds to no doubt: "confirmed?", "not (yes)".
  const bool certain = said == Says::kNothing || said == Says::kObserved || said == Says::kExcluded;
  return certain && word != "-1" && HasSigns(word) ? Says::kUnclear : said;
}

Says SaysOfAction(std::string_view word) {
  const Letters letters(word);
  if (letters.text() == "enteredinerror") return Says::kVoid;
  return IsWordOfNotDone(letters.text()) ? Says::kDoubted : Says::kNothing;
}

bool MakesVoid(std::string_view key, std::string_view word) {
  constexpr std::string_view kStatus[] = {"status", "measurementstatus", "observationstatus", "resultstatus"};
  constexpr std::string_view kVoid[] = {"excluded",       "isexcluded",       "negated",   "isnegated", "notdone",
                                        "enteredinerror", "isenteredinerror", "cancelled", "canceled",  "isvoid"};
  const Letters name(key);
  // That vitamin D is insufficient, or glycaemic control unsatisfactory, is what was found.
  constexpr std::string_view kOfResults[] = {"insufficient", "unsatisfactory"};
  if (IsIn(kStatus, name.text())) {
    return SaysOfAction(word) != Says::kNothing || (IsVoidWord(word) && !IsIn(kOfResults, Letters(word).text()));
  }
  return IsIn(kVoid, name.text()) && PolarityOfLetters(word) == Polarity::kObserved;
}

Says SaysCode(std::string_view code) {
  struct Meaning {
    std::string_view code;
    Says says;
  };
  // HPO's "Excluded" (present in 0 %); SNOMED CT's contexts of findings, whose they are, and kinds of diagnoses.
  constexpr Meaning kCodes[] = {
      {"HP:0040285", Says::kExcluded},       {"SNOMED:410516002", Says::kExcluded},
      {"SNOMED:410594000", Says::kExcluded}, {"SNOMED:723511001", Says::kExcluded},
      {"SNOMED:410515003", Says::kObserved}, {"SNOMED:410605003", Says::kObserved},
      {"SNOMED:415684004", Says::kDoubted},  {"SNOMED:410590009", Says::kDoubted},
      {"SNOMED:410592001", Says::kDoubted},  {"SNOMED:410593006", Says::kDoubted},
      {"SNOMED:2931005", Says::kDoubted},    {"SNOMED:60022001", Says::kDoubted},
      {"SNOMED:148006", Says::kDoubted},     {"SNOMED:410604004", Says::kNothing},
      {"SNOMED:116154003", Says::kNothing},
  };
  const auto* found =
      std::find_if(std::begin(kCodes), std::end(kCodes), [&](const Meaning& m) { return m.code == code; });
  return found == std::end(kCodes) ? Says::kUnclear : found->says;
}

}  // namespace muster::import
