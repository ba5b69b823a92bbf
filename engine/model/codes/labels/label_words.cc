#include "engine/model/codes/labels/label_words.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "engine/model/codes/code_prefix.h"
#include "engine/model/codes/icd_code.h"
#include "engine/model/codes/labels/label_phrases.h"
#include "engine/model/codes/labels/names_like_denials.h"
#include "engine/model/text/denying_phrase.h"
#include "engine/model/text/text.h"

namespace muster::model {
namespace {

// Systems of diseases without names of what is past, or of a relative. HPO has "History of recent insect bite".
constexpr std::string_view kSystemsOfDiseases[] = {"MONDO", "OMIM", "ORPHA", "DOID", "ICD10", "ICDO"};

// Names and synonyms of HPO that begin with a no, in lower case. Those with "absent" are hundreds.
constexpr std::string_view kNamesWithNo[] = {
    "no eyeball",
    "no globe of eye",
    "no light-evoked response on electroretinogram",
    "no development of motor milestones",
    "no speech development",
    "no speech or language development",
    "no previous family history",
    "no appetite",
    "no auditory brainstem response",
    "no fourth finger distal interphalangeal crease",
    "no permanent dentition",
    "no secondary sexual characteristics at puberty",
    "no social interaction",
    "not able to finish a normal-sized meal",
    "no gas passage",
};
// What HPO says of the relatives of a person has a term of its own: "Family history of cancer".
constexpr std::string_view kFamilyHistories[] = {"HP:0032316", "HP:0032317", "HP:0032318"};
// The name that Q fever comes from.
constexpr std::string_view kNameWithQuery = "query fever";
// A disease of its own, of those who live where the fungus is.
constexpr std::string_view kNameWithPresumed = "presumed ocular histoplasmosis";
// "To be confirmed", and tuberculosis or tuberculous in most other languages: "Meningitis TBC".
constexpr std::string_view kToBeConfirmed = " tbc";
// Another one of its synonyms, which is about the person.
constexpr std::string_view kNameWithMother = "high blood phenylalanine level in mother";
constexpr std::string_view kNoes[] = {"no ", "not ", "never ", "without ", "ohne ", "sin ", "sans ", "senza ", "sem "};

// Codes of pregnancies and newborns are of what these have.
constexpr std::string_view kParents[] = {"mother",
                                         "father",
                                         "maternal",
                                         "paternal",
                                         "mutter",
                                         "vater",
                                         "madre",
                                         "padre",
                                         "m\xC3\xA8re",
                                         "p\xC3\xA8re",
                                         "m\xC3\xA3"
                                         "e",
                                         "pai",
                                         "moeder",
                                         "vader"};

constexpr std::string_view kDenyingSigns[] = {"!", "-", "~", "^", "\xc2\xac"};
constexpr std::string_view kDenying[] = {
    "no",      "not",      "non",         "kein",         "keine",     "ohne",       "sin",
    "sans",    "without",  "absent",      "neg",          "never",     "nicht",      "excluded",
    "negated", "negative", "denies",      "denied",       "false",     "0",          "nein",
    "none",    "exclude",  "not present", "not observed", "ruled out", "absence of", "ausgeschlossen",
};
constexpr std::string_view kDoubting[] = {"?",        "suspected", "possible",     "probable",    "v.a.",
                                          "rule out", "r/o",       "verdacht auf", "suspicion of"};
constexpr std::string_view kOfRelatives[] = {"family history", "family history of", "mother", "father"};

template <size_t kSize>
bool IsIn(const std::string_view (&list)[kSize], std::string_view text) {
  return std::find(std::begin(list), std::end(list), text) != std::end(list);
}

// Looked at for each of the words, most of which begin or end with another letter.
bool BeginsWith(std::string_view text, std::string_view words) {
  return !text.empty() && text.front() == words.front() && text.starts_with(words);
}
bool EndsWith(std::string_view text, std::string_view words) {
  return !text.empty() && text.back() == words.back() && text.ends_with(words);
}

bool IsOfLocalId(char c) { return IsAsciiAlnum(c) || c == '.' || c == '/' || c == '_'; }

// A sign or a letter of no behind a code of seven digits: "HP:0001263-", "HP:0001263(N)", "HP:0001263^0". (ICD-10 has a
// hyphen where digits are missing.)
bool IsDeniedBehind(std::string_view text) {
  constexpr size_t kDigits = 7;
  constexpr std::string_view kNo[] = {"-",  "(-)", "[-]", "(n)", "[n]",  "n",           "^0",
                                      "^n", "|0",  "|n",  "/n",  "(no)", "\xe2\x80\x93"};
  const size_t colon = text.find(':');
  if (colon == text.npos || text.size() <= colon + 1 + kDigits) return false;
  const std::string_view digits = text.substr(colon + 1, kDigits);
  if (!std::all_of(digits.begin(), digits.end(), IsAsciiDigit)) return false;
  const std::string behind = ToLower(Trim(text.substr(colon + 1 + kDigits)));
  return std::find(std::begin(kNo), std::end(kNo), behind) != std::end(kNo);
}

// Without what parts a word from a code.
std::string Bare(std::string_view text) {
  constexpr std::string_view kParting = " \t:=()[]{}|,;\"";
  const size_t begin = text.find_first_not_of(kParting);
  if (begin == text.npos) return "";
  return ToLower(text.substr(begin, text.find_last_not_of(kParting) - begin + 1));
}

bool IsOfDiseases(std::string_view code) {
  const std::string_view system = code.substr(0, code.find(':'));
  return std::any_of(std::begin(kSystemsOfDiseases), std::end(kSystemsOfDiseases),
                     [&](std::string_view known) { return system.starts_with(known); });
}

// The letter of a chapter of ICD-10; '\0' of other codes.
char ChapterOf(std::string_view code) {
  const size_t colon = code.find(':');
  return code.starts_with("ICD10") && colon + 1 < code.size() ? code[colon + 1] : '\0';
}

// Whether names of such codes may have the phrase: of ICD-10 "Absence of iris" and "Absence de menstruations".
bool MayBeOfName(DenyingPhrase::NoNameOf no_name_of, std::string_view code) {
  const char chapter = ChapterOf(code);
  switch (no_name_of) {
    case DenyingPhrase::NoNameOf::kAny:
      return false;
    case DenyingPhrase::NoNameOf::kDiseases:
      return code.starts_with("HP:");
    case DenyingPhrase::NoNameOf::kAcquired:
      return chapter == '\0' || std::string_view("FHKNQRSTZ").find(chapter) != std::string_view::npos;
    case DenyingPhrase::NoNameOf::kAbbreviations:
      return std::string_view("CEJL").find(chapter) == std::string_view::npos &&
             !code.substr(code.find(':') + 1).starts_with("I1");
  }
  return false;
}

// Whether one of the words is a parent: no grandmother.
bool NamesParent(std::string_view label) {
  const std::string text = ToLower(label);
  const auto is_of_word = [](char c) { return IsAsciiAlnum(c) || static_cast<unsigned char>(c) >= 0x80; };
  return std::any_of(std::begin(kParents), std::end(kParents), [&](std::string_view parent) {
    for (size_t at = text.find(parent); at != text.npos; at = text.find(parent, at + 1)) {
      const size_t end = at + parent.size();
      if ((at == 0 || !is_of_word(text[at - 1])) && (end == text.size() || !is_of_word(text[end]))) return true;
    }
    return false;
  });
}

bool MayBeNameOfCircumstance(std::string_view code, std::string_view label, LabelAssertion says) {
  const std::string_view local = code.substr(code.find(':') + 1);
  for (const std::string_view observation : {"Z03", "Z04", "Z05"}) {
    if (local.starts_with(observation)) return true;
  }
  return says == LabelAssertion::kPast || says == LabelAssertion::kOfOthers ||
         FindDenyingPhrase(ToLower(Trim(label))).assertion != LabelAssertion::kNothing;
}

LabelAssertion OfWord(std::string_view word) {
  if (IsIn(kDenying, word)) return LabelAssertion::kDenied;
  if (IsIn(kDoubting, word)) return LabelAssertion::kDoubted;
  return IsIn(kOfRelatives, word) ? LabelAssertion::kOfOthers : LabelAssertion::kNothing;
}

// Without a look at what the code means by itself.
LabelAssertion AssertionBeside(std::string_view code, std::string_view label) {
  const LabelAssertion certain = AssertionOfLabel(label, /*is_known=*/false);
  const bool is_text = code.find(':') == code.npos;
  const bool of_disease = !IsOfCircumstances(code) && IsOfDiseases(code);
  const bool of_feature = code.starts_with("HP:");
  if (certain != LabelAssertion::kNothing || !(of_feature || of_disease || is_text)) return certain;
  const std::string text = ToLower(Trim(label));
  if (text == kNameWithQuery || text.starts_with(kNameWithPresumed) || IsIn(kFamilyHistories, code))
    return LabelAssertion::kNothing;
  const auto holds = [&](const LabelPhrase& phrase) {
    return phrase.assertion != LabelAssertion::kPast || !of_feature;
  };
  for (const LabelPhrase& phrase : PhrasesBeforeTexts()) {
    if (BeginsWith(text, phrase.text) && holds(phrase)) return phrase.assertion;
  }
  for (const LabelPhrase& phrase : PhrasesBehindTexts()) {
    if (!EndsWith(text, phrase.text)) continue;
    if (phrase.text != kToBeConfirmed || !IsIcdOfTuberculosis(code)) return phrase.assertion;
  }
  const DenyingPhrase denying = FindDenyingPhrase(text);
  if (denying.assertion != LabelAssertion::kNothing && !MayBeOfName(denying.no_name_of, code)) {
    return denying.assertion;
  }
  if (of_disease) return LabelAssertion::kNothing;
  const bool no =
      std::any_of(std::begin(kNoes), std::end(kNoes), [&](std::string_view n) { return text.starts_with(n); });
  return no && !IsIn(kNamesWithNo, text) && !IsNameLikeDenial(text) ? LabelAssertion::kDenied
                                                                    : LabelAssertion::kNothing;
}

}  // namespace

LabelAssertion AssertionOfCodeLabel(std::string_view code, std::string_view label) {
  const LabelAssertion says = AssertionBeside(code, label);
  return MeansByItself(code, label, says) ? LabelAssertion::kNothing : says;
}

bool IsOfCircumstances(std::string_view code) {
  const size_t colon = code.find(':');
  if (colon == code.npos || !code.starts_with("ICD10")) return false;
  const std::string_view local = code.substr(colon + 1);
  return local.starts_with('Z') || local.starts_with("U08");  // "Personal history of COVID-19"
}

bool MeansByItself(std::string_view code, std::string_view label, LabelAssertion says) {
  if (IsOfCircumstances(code)) return MayBeNameOfCircumstance(code, label, says);
  if (says == LabelAssertion::kPast) return IsIcd10OfThePast(code);
  return says == LabelAssertion::kOfOthers && IsIcd10OfPregnancyOrNewborn(code) && NamesParent(label);
}

LabelAssertion AssertionAroundCode(std::string_view text) {
  text = Trim(text);
  for (size_t colon = text.find(':'); colon != text.npos; colon = text.find(':', colon + 1)) {
    size_t begin = colon;
    while (begin > 0 && (IsAsciiAlnum(text[begin - 1]) || text[begin - 1] == '_')) --begin;
    size_t end = colon + 1;
    while (end < text.size() && IsOfLocalId(text[end])) ++end;
    if (end == colon + 1 || FindCodePrefix(text.substr(begin, colon - begin)) == nullptr) continue;
    if (begin == 0 && end == text.size()) return LabelAssertion::kNothing;
    if (IsDeniedBehind(text.substr(begin))) return LabelAssertion::kDenied;
    if (IsIn(kDenyingSigns, Trim(text.substr(0, begin)))) return LabelAssertion::kDenied;
    const LabelAssertion before = OfWord(Bare(text.substr(0, begin)));
    const std::string_view behind = Trim(text.substr(end));
    // (Of SNOMED, "|Negative|" is the name of the code.)
    return before != LabelAssertion::kNothing || behind.starts_with('|') ? before : OfWord(Bare(behind));
  }
  return LabelAssertion::kNothing;
}

LabelAssertion AssertionOfLabel(std::string_view label, bool is_known) {
  const std::string text = ToLower(Trim(label));
  for (const LabelPhrase& phrase : PhrasesBefore()) {
    if (!(is_known || phrase.certain) || !BeginsWith(text, phrase.text)) continue;
    if (phrase.assertion != LabelAssertion::kDenied || !IsNameLikeDenial(text)) return phrase.assertion;
    break;  // what stands behind the name counts
  }
  if (text == kNameWithMother) return LabelAssertion::kNothing;
  for (const LabelPhrase& phrase : PhrasesBehind()) {
    if ((is_known || phrase.certain) && EndsWith(text, phrase.text)) return phrase.assertion;
  }
  const DenyingPhrase denying = FindDenyingPhrase(text);
  return denying.no_name_of == DenyingPhrase::NoNameOf::kAny ? denying.assertion : LabelAssertion::kNothing;
}

}  // namespace muster::model
