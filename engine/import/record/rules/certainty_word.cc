#include "engine/import/record/rules/certainty_word.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "engine/import/mapping/words.h"
#include "engine/import/record/polarity_word.h"
#include "engine/import/record/rules/words/not_done_word.h"
#include "engine/import/record/rules/words/void_word.h"

namespace muster::import {
namespace {

// Words as Letters gives them.

// The course of a disease, or the state of its record: it is there.
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
// Values of a "qualifier" of features and diagnoses that do not concern their certainty.
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
    // Dutch, Italian, French, Spanish, Portuguese.
    "verdenking",
    "mogelijk",
    "waarschijnlijk",
    "sospetta",
    "sospetto",
    "probabile",
    "possibile",
    "suspecte",
    "suspicionde",
    "sospecha",
    "sospechado",
    "sospechosa",
    "suspeita",
    "suspeito",
    // Swedish, Danish and Norwegian, Polish, Finnish.
    "misstnkt",
    "misstanke",
    "mistnkt",
    "mistenkt",
    "mistanke",
    "podejrzenie",
    "epily",
};
// Of whom a record is, wherever it stands. Not what a person may be as well, such as a donor or a fetus: of that only a
// member that names a person tells (AssertionKind::kPerson).
constexpr std::string_view kWordsOfOthers[] = {
    "enteredinerror", "familyhistory", "family",       "familymember", "someoneelse", "associatedwithsomeoneelse",
    "mother",         "father",        "sibling",      "brother",      "sister",      "parent",
    "relative",       "notpatient",    "wrongpatient",
};
constexpr std::string_view kWordsOfThePerson[] = {
    "self",       "oneself", "patient",         "proband",    "index",       "indexcase", "indexpatient",
    "thepatient", "subject", "subjectofrecord", "individual", "participant", "person",    "selbst",
};

// Of certainty by one letter, as German records have it.
Assertion AssertionOfMark(std::string_view letter) {
  if (letter == "g") return Assertion::kObserved;
  if (letter == "a") return Assertion::kExcluded;
  return letter == "v" || letter == "z" ? Assertion::kDoubted : Assertion::kUnclear;
}

// -1 is how programs that read texts write a polarity: Letters leaves the sign out.
bool IsNegativeNumber(std::string_view word) {
  return word.size() > 1 && word[0] == '-' && word[1] >= '0' && word[1] <= '9';
}

Assertion AssertionOfPolarity(Polarity polarity) {
  if (polarity == Polarity::kUnclear) return Assertion::kUnclear;
  return polarity == Polarity::kExcluded ? Assertion::kExcluded : Assertion::kObserved;
}

Assertion AssertionAnywhere(std::string_view letters) {
  if (IsIn(kWordsOfDoubt, letters)) return Assertion::kDoubted;
  return IsIn(kWordsOfOthers, letters) ? Assertion::kVoid : Assertion::kUnclear;
}

Assertion AssertionOfCertainty(AssertionKind kind, std::string_view key, std::string_view word,
                               std::string_view letters) {
  const Assertion polarity = AssertionOfPolarity(PolarityOfPresence(word));
  if (polarity != Assertion::kUnclear) return polarity;
  if (letters == "not") return Assertion::kExcluded;  // the qualifier of HPO's annotations
  if (IsIn(kWordsOfCourse, letters)) return Assertion::kNothing;
  if (IsIn(kWordsOfCertainty, letters)) return Assertion::kObserved;
  if (kind == AssertionKind::kQualifier && IsIn(kWordsOfQuality, letters)) return Assertion::kNothing;
  if (letters.size() == 1 && Letters(key).text().ends_with("sicherheit")) return AssertionOfMark(letters);
  return AssertionAnywhere(letters);
}

Assertion AssertionOfDoubt(std::string_view word, std::string_view letters) {
  switch (PolarityOfPresence(word)) {
    case Polarity::kObserved:
      return Assertion::kDoubted;
    case Polarity::kExcluded:
      return Assertion::kNothing;
    case Polarity::kUnclear:
      break;
  }
  if (letters == "none" || IsIn(kWordsOfCertainty, letters)) return Assertion::kNothing;
  return AssertionAnywhere(letters);
}

Assertion AssertionOfLetters(AssertionKind kind, std::string_view key, std::string_view word) {
  if (IsNegativeNumber(word)) {
    return word == "-1" && kind == AssertionKind::kStatus ? Assertion::kExcluded : Assertion::kUnclear;
  }
  const Letters of_word(word);
  const std::string_view letters = of_word.text();
  switch (kind) {
    case AssertionKind::kNone:
      return Assertion::kNothing;
    case AssertionKind::kExclusion: {
      const Assertion assertion = AssertionOfPolarity(PolarityOfExclusion(word));
      return assertion == Assertion::kUnclear ? AssertionAnywhere(letters) : assertion;
    }
    case AssertionKind::kPresence: {
      const Assertion assertion = AssertionOfPolarity(PolarityOfPresence(word));
      return assertion == Assertion::kUnclear ? AssertionAnywhere(letters) : assertion;
    }
    case AssertionKind::kStatus:
      // Its course may be unknown; whether it was there may not.
      if (letters == "unknown" && Letters(key).text() == "clinicalstatus") return Assertion::kNothing;
      return AssertionOfCertainty(kind, key, word, letters);
    case AssertionKind::kCertainty:
    case AssertionKind::kQualifier:
      return AssertionOfCertainty(kind, key, word, letters);
    case AssertionKind::kTime:
      return IsIn(kWordsOfNow, letters) ? Assertion::kNothing : AssertionAnywhere(letters);
    case AssertionKind::kDoubt:
      return AssertionOfDoubt(word, letters);
    case AssertionKind::kPerson:
      return IsIn(kWordsOfThePerson, letters) ? Assertion::kNothing : Assertion::kVoid;
    case AssertionKind::kModifiers: {
      const Assertion assertion = AssertionAnywhere(letters);
      if (assertion != Assertion::kUnclear) return assertion;
      // Of a test, or of kin, such a word may be a modifier.
      constexpr std::string_view kOfModifiers[] = {"negative", "unaffected", "none"};
      const bool word_of_none = letters.size() > 3 && !IsIn(kOfModifiers, letters);
      return word_of_none && PolarityOfPresence(word) == Polarity::kExcluded ? Assertion::kExcluded
                                                                             : Assertion::kNothing;
    }
  }
  return Assertion::kUnclear;
}

}  // namespace

Assertion AssertionOfWord(AssertionKind kind, std::string_view key, std::string_view word) {
  const Assertion assertion = AssertionOfLetters(kind, key, word);
  if (kind == AssertionKind::kNone || kind == AssertionKind::kModifiers) return assertion;
  // A sign makes certain words unclear, and leaves doubtful ones: "confirmed?", "not (yes)".
  const bool certain =
      assertion == Assertion::kNothing || assertion == Assertion::kObserved || assertion == Assertion::kExcluded;
  return certain && word != "-1" && HasSigns(WithoutZeroFraction(word)) ? Assertion::kUnclear : assertion;
}

Assertion AssertionOfAction(std::string_view word) {
  // (What failed or was aborted did take place.)
  constexpr std::string_view kErrors[] = {"enteredinerror", "void",      "voided",  "invalid", "invalidated",
                                          "deleted",        "erroneous", "inerror", "error",   "rejected"};
  const Letters letters(word);
  if (IsIn(kErrors, letters.text())) return Assertion::kVoid;
  return IsWordOfNotDone(letters.text()) ? Assertion::kDoubted : Assertion::kNothing;
}

bool MakesVoid(std::string_view key, std::string_view word) {
  constexpr std::string_view kStatus[] = {"status", "measurementstatus", "observationstatus", "resultstatus"};
  constexpr std::string_view kVoid[] = {"excluded",       "isexcluded",       "negated",   "isnegated", "notdone",
                                        "enteredinerror", "isenteredinerror", "cancelled", "canceled",  "isvoid"};
  const Letters name(key);
  // That vitamin D is insufficient, or glycaemic control unsatisfactory, is what was found.
  constexpr std::string_view kOfResults[] = {"insufficient", "unsatisfactory"};
  if (IsIn(kStatus, name.text())) {
    return AssertionOfAction(word) != Assertion::kNothing ||
           (IsVoidWord(word) && !IsIn(kOfResults, Letters(word).text()));
  }
  return IsIn(kVoid, name.text()) && PolarityOfLetters(word) == Polarity::kObserved;
}

Assertion AssertionOfCode(std::string_view code) {
  struct Meaning {
    std::string_view code;
    Assertion assertion;
  };
  // HPO's "Excluded" (present in 0 %); SNOMED CT's contexts of findings, whose they are, and kinds of diagnoses.
  constexpr Meaning kCodes[] = {
      {"HP:0040285", Assertion::kExcluded},       {"SNOMED:410516002", Assertion::kExcluded},
      {"SNOMED:410594000", Assertion::kExcluded}, {"SNOMED:723511001", Assertion::kExcluded},
      {"SNOMED:410515003", Assertion::kObserved}, {"SNOMED:410605003", Assertion::kObserved},
      {"SNOMED:415684004", Assertion::kDoubted},  {"SNOMED:410590009", Assertion::kDoubted},
      {"SNOMED:410592001", Assertion::kDoubted},  {"SNOMED:410593006", Assertion::kDoubted},
      {"SNOMED:2931005", Assertion::kDoubted},    {"SNOMED:60022001", Assertion::kDoubted},
      {"SNOMED:148006", Assertion::kDoubted},     {"SNOMED:410604004", Assertion::kNothing},
      {"SNOMED:116154003", Assertion::kNothing},
  };
  const auto* found =
      std::find_if(std::begin(kCodes), std::end(kCodes), [&](const Meaning& m) { return m.code == code; });
  return found == std::end(kCodes) ? Assertion::kUnclear : found->assertion;
}

}  // namespace muster::import
