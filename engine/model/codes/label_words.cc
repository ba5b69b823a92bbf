#include "engine/model/codes/label_words.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "engine/model/codes/code_prefix.h"
#include "engine/model/codes/names_like_denials.h"
#include "engine/model/text/text.h"

namespace muster::model {
namespace {

// Each with the blanks that part it from other words.
struct Words {
  std::string_view words;
  LabelSays says;
  bool certain;  // no name begins with them
};
constexpr Words kBefore[] = {
    {"no evidence of ", LabelSays::kDenied, true},
    {"no history of ", LabelSays::kDenied, true},
    {"no sign of ", LabelSays::kDenied, true},
    {"no signs of ", LabelSays::kDenied, true},
    {"denies ", LabelSays::kDenied, true},
    {"negative for ", LabelSays::kDenied, true},
    {"does not have ", LabelSays::kDenied, true},
    {"kein ", LabelSays::kDenied, true},
    {"keine ", LabelSays::kDenied, true},
    {"keinerlei ", LabelSays::kDenied, true},
    {"pas de ", LabelSays::kDenied, true},
    {"pas d'", LabelSays::kDenied, true},
    {"pas d\xE2\x80\x99", LabelSays::kDenied, true},
    {"aucun ", LabelSays::kDenied, true},
    {"aucune ", LabelSays::kDenied, true},
    {"nessun ", LabelSays::kDenied, true},
    {"nessuna ", LabelSays::kDenied, true},
    {"ning\xC3\xBAn ", LabelSays::kDenied, true},
    {"ningun ", LabelSays::kDenied, true},
    {"ninguna ", LabelSays::kDenied, true},
    {"niega ", LabelSays::kDenied, true},
    {"nenhum ", LabelSays::kDenied, true},
    {"nenhuma ", LabelSays::kDenied, true},
    {"geen ", LabelSays::kDenied, true},
    {"no ", LabelSays::kDenied, false},
    {"not ", LabelSays::kDenied, false},
    {"never ", LabelSays::kDenied, false},
    {"without ", LabelSays::kDenied, false},
    {"ohne ", LabelSays::kDenied, false},
    {"sin ", LabelSays::kDenied, false},
    {"sans ", LabelSays::kDenied, false},
    {"senza ", LabelSays::kDenied, false},
    {"sem ", LabelSays::kDenied, false},
    {"absent ", LabelSays::kDenied, false},
    {"absence of ", LabelSays::kDenied, false},
    {"free of ", LabelSays::kDenied, false},
    {"suspected ", LabelSays::kDoubted, true},
    {"suspicion of ", LabelSays::kDoubted, true},
    {"suspicious for ", LabelSays::kDoubted, true},
    {"possible ", LabelSays::kDoubted, true},
    {"probable ", LabelSays::kDoubted, true},
    {"questionable ", LabelSays::kDoubted, true},
    {"rule out ", LabelSays::kDoubted, true},
    {"r/o ", LabelSays::kDoubted, true},
    {"at risk ", LabelSays::kDoubted, true},
    {"verdacht auf ", LabelSays::kDoubted, true},
    {"v.a. ", LabelSays::kDoubted, true},
    {"zustand nach ", LabelSays::kPast, true},
    {"z.n. ", LabelSays::kPast, true},
    {"history of ", LabelSays::kPast, false},
    {"family history ", LabelSays::kOfOthers, false},
    {"maternal history ", LabelSays::kOfOthers, false},
    {"paternal history ", LabelSays::kOfOthers, false},
    {"mother with ", LabelSays::kOfOthers, true},
    {"father with ", LabelSays::kOfOthers, true},
    {"denied ", LabelSays::kDenied, true},
    {"excluded ", LabelSays::kDenied, true},
    {"ausschluss ", LabelSays::kDenied, true},
    {"?", LabelSays::kDoubted, true},
    {"verdacht ", LabelSays::kDoubted, true},
    {"v. a. ", LabelSays::kDoubted, true},
    {"vd. a. ", LabelSays::kDoubted, true},
    {"z. n. ", LabelSays::kPast, true},
    {"susp. ", LabelSays::kDoubted, true},
    {"suspicion de ", LabelSays::kDoubted, true},
    {"suspicion d'", LabelSays::kDoubted, true},
    {"sospecha de ", LabelSays::kDoubted, true},
    {"sospetto ", LabelSays::kDoubted, true},
    {"sospetta ", LabelSays::kDoubted, true},
    {"suspeita de ", LabelSays::kDoubted, true},
    {"verdenking ", LabelSays::kDoubted, true},
    {"mother: ", LabelSays::kOfOthers, true},
    {"father: ", LabelSays::kOfOthers, true},
    {"brother: ", LabelSays::kOfOthers, true},
    {"sister: ", LabelSays::kOfOthers, true},
    {"sibling: ", LabelSays::kOfOthers, true},
    {"mutter: ", LabelSays::kOfOthers, true},
    {"vater: ", LabelSays::kOfOthers, true},
    {"familienanamnese ", LabelSays::kOfOthers, true},
    {"ant\xC3\xA9"
     "c\xC3\xA9"
     "dents familiaux ",
     LabelSays::kOfOthers, true},
    {"antecedentes familiares ", LabelSays::kOfOthers, true},
};
constexpr Words kBehind[] = {
    {": absent", LabelSays::kDenied, true},
    {": no", LabelSays::kDenied, true},
    {": not present", LabelSays::kDenied, true},
    {": negative", LabelSays::kDenied, true},
    {": nein", LabelSays::kDenied, true},
    {": none", LabelSays::kDenied, true},
    {"= no", LabelSays::kDenied, true},
    {"- absent", LabelSays::kDenied, true},
    {"(absent)", LabelSays::kDenied, true},
    {"(excluded)", LabelSays::kDenied, true},
    {"(no)", LabelSays::kDenied, true},
    {"(not present)", LabelSays::kDenied, true},
    {": suspected", LabelSays::kDoubted, true},
    {"(suspected)", LabelSays::kDoubted, true},
    {": possible", LabelSays::kDoubted, true},
    {"(possible)", LabelSays::kDoubted, true},
    {" absent", LabelSays::kDenied, false},
    {" not present", LabelSays::kDenied, true},
    {" not observed", LabelSays::kDenied, true},
    {" ruled out", LabelSays::kDenied, true},
    {" excluded", LabelSays::kDenied, false},
    {" denied", LabelSays::kDenied, true},
    {" suspected", LabelSays::kDoubted, true},
    {"?", LabelSays::kDoubted, true},
    {" carrier", LabelSays::kDoubted, false},
    {" (family history)", LabelSays::kOfOthers, true},
    {" in family", LabelSays::kOfOthers, true},
    {" in mother", LabelSays::kOfOthers, true},
    {" in father", LabelSays::kOfOthers, true},
    {" in sibling", LabelSays::kOfOthers, true},
    {", excluded", LabelSays::kDenied, true},
    {"- excluded", LabelSays::kDenied, true},
    {": excluded", LabelSays::kDenied, true},
    {" ausgeschlossen", LabelSays::kDenied, true},
    {"(ausgeschlossen)", LabelSays::kDenied, true},
    {"(nein)", LabelSays::kDenied, true},
    {" widerlegt", LabelSays::kDenied, true},
    {"(verdacht)", LabelSays::kDoubted, true},
    {"(v.a.)", LabelSays::kDoubted, true},
    {"(probable)", LabelSays::kDoubted, true},
    {"(?)", LabelSays::kDoubted, true},
    {" not confirmed", LabelSays::kDoubted, true},
    {" unconfirmed", LabelSays::kDoubted, true},
    {" nicht best\xC3\xA4tigt", LabelSays::kDoubted, true},
    {"(mother)", LabelSays::kOfOthers, true},
    {"(father)", LabelSays::kOfOthers, true},
    {"(brother)", LabelSays::kOfOthers, true},
    {"(sister)", LabelSays::kOfOthers, true},
    {"(sibling)", LabelSays::kOfOthers, true},
    {"(mutter)", LabelSays::kOfOthers, true},
    {"(vater)", LabelSays::kOfOthers, true},
    {"(madre)", LabelSays::kOfOthers, true},
    {"(padre)", LabelSays::kOfOthers, true},
};
// Where a text stands in place of a code, or a code of a system without such names: some system has names that begin
// with these. (FH alone is familial hypercholesterolaemia, and DD developmental delay.)
constexpr Words kBeforeTexts[] = {
    {"family history ", LabelSays::kOfOthers, true},
    {"maternal history ", LabelSays::kOfOthers, true},
    {"paternal history ", LabelSays::kOfOthers, true},
    {"familial history ", LabelSays::kOfOthers, true},
    {"family hx ", LabelSays::kOfOthers, true},
    {"fam. hx ", LabelSays::kOfOthers, true},
    {"fh: ", LabelSays::kOfOthers, true},
    {"fh of ", LabelSays::kOfOthers, true},
    {"fhx ", LabelSays::kOfOthers, true},
    {"fhx: ", LabelSays::kOfOthers, true},
    {"mother has ", LabelSays::kOfOthers, true},
    {"father has ", LabelSays::kOfOthers, true},
    {"brother has ", LabelSays::kOfOthers, true},
    {"sister has ", LabelSays::kOfOthers, true},
    {"brother with ", LabelSays::kOfOthers, true},
    {"sister with ", LabelSays::kOfOthers, true},
    {"sibling with ", LabelSays::kOfOthers, true},
    {"son with ", LabelSays::kOfOthers, true},
    {"daughter with ", LabelSays::kOfOthers, true},
    {"uncle: ", LabelSays::kOfOthers, true},
    {"aunt: ", LabelSays::kOfOthers, true},
    {"cousin: ", LabelSays::kOfOthers, true},
    {"grandmother: ", LabelSays::kOfOthers, true},
    {"grandfather: ", LabelSays::kOfOthers, true},
    {"son: ", LabelSays::kOfOthers, true},
    {"daughter: ", LabelSays::kOfOthers, true},
    {"history of ", LabelSays::kPast, true},
    {"personal history of ", LabelSays::kPast, true},
    {"past history of ", LabelSays::kPast, true},
    {"hx of ", LabelSays::kPast, true},
    {"pmh: ", LabelSays::kPast, true},
    {"h/o ", LabelSays::kPast, true},
    {"h/o: ", LabelSays::kPast, true},
    {"s/p ", LabelSays::kPast, true},
    {"status post ", LabelSays::kPast, true},
    {"query ", LabelSays::kDoubted, true},
    {"query: ", LabelSays::kDoubted, true},
    {"likely ", LabelSays::kDoubted, true},
    {"unlikely ", LabelSays::kDoubted, true},
    {"probably ", LabelSays::kDoubted, true},
    {"possibly ", LabelSays::kDoubted, true},
    {"presumed ", LabelSays::kDoubted, true},
    {"presumptive ", LabelSays::kDoubted, true},
    {"clinically suspected ", LabelSays::kDoubted, true},
    {"rule-out ", LabelSays::kDoubted, true},
    {"to exclude ", LabelSays::kDoubted, true},
    {"differential: ", LabelSays::kDoubted, true},
    {"differential diagnosis", LabelSays::kDoubted, true},
    {"under investigation", LabelSays::kDoubted, true},
    {"screening for ", LabelSays::kDoubted, true},
    {"risk of ", LabelSays::kDoubted, true},
    {"planned: ", LabelSays::kDoubted, true},
    {"va. ", LabelSays::kDoubted, true},
    {"z.a. ", LabelSays::kDoubted, true},
    {"zum ausschluss ", LabelSays::kDoubted, true},
    {"abkl\xC3\xA4rung ", LabelSays::kDoubted, true},
};
constexpr Words kBehindTexts[] = {
    {", family history", LabelSays::kOfOthers, true},
    {" fhx", LabelSays::kOfOthers, true},
    {"(fhx)", LabelSays::kOfOthers, true},
    {" in sister", LabelSays::kOfOthers, true},
    {" in brother", LabelSays::kOfOthers, true},
    {" in son", LabelSays::kOfOthers, true},
    {" in daughter", LabelSays::kOfOthers, true},
    {" in uncle", LabelSays::kOfOthers, true},
    {" in aunt", LabelSays::kOfOthers, true},
    {" in cousin", LabelSays::kOfOthers, true},
    {" in grandmother", LabelSays::kOfOthers, true},
    {" in grandfather", LabelSays::kOfOthers, true},
    {" in relative", LabelSays::kOfOthers, true},
    {" in relatives", LabelSays::kOfOthers, true},
    {" in a parent", LabelSays::kOfOthers, true},
    {"(grandmother)", LabelSays::kOfOthers, true},
    {"(grandfather)", LabelSays::kOfOthers, true},
    {"(uncle)", LabelSays::kOfOthers, true},
    {"(aunt)", LabelSays::kOfOthers, true},
    {"(cousin)", LabelSays::kOfOthers, true},
    {"(son)", LabelSays::kOfOthers, true},
    {"(daughter)", LabelSays::kOfOthers, true},
    {" likely", LabelSays::kDoubted, true},
    {"(likely)", LabelSays::kDoubted, true},
    {" unlikely", LabelSays::kDoubted, true},
    {"(unlikely)", LabelSays::kDoubted, true},
    {" wahrscheinlich", LabelSays::kDoubted, true},
    {" fraglich", LabelSays::kDoubted, true},
    {"(query)", LabelSays::kDoubted, true},
    {"(presumed)", LabelSays::kDoubted, true},
    {"(planned)", LabelSays::kDoubted, true},
    {" tbc", LabelSays::kDoubted, true},
    {" to be confirmed", LabelSays::kDoubted, true},
    {" under investigation", LabelSays::kDoubted, true},
    {": n", LabelSays::kDenied, true},
    {"(0)", LabelSays::kDenied, true},
    {"(ruled out)", LabelSays::kDenied, true},
};
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
// Another one of its synonyms, which is about the person.
constexpr std::string_view kNameWithMother = "high blood phenylalanine level in mother";
constexpr std::string_view kNoes[] = {"no ", "not ", "never ", "without ", "ohne ", "sin ", "sans ", "senza ", "sem "};

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

LabelSays OfWord(std::string_view word) {
  if (IsIn(kDenying, word)) return LabelSays::kDenied;
  if (IsIn(kDoubting, word)) return LabelSays::kDoubted;
  return IsIn(kOfRelatives, word) ? LabelSays::kOfOthers : LabelSays::kNothing;
}

}  // namespace

LabelSays WhatLabelSaysOf(std::string_view code, std::string_view label) {
  const LabelSays certain = WhatLabelSays(label, /*is_known=*/false);
  if ((certain == LabelSays::kPast || certain == LabelSays::kOfOthers) && IsOfCircumstances(code)) {
    return LabelSays::kNothing;
  }
  const bool is_text = code.find(':') == code.npos;
  const bool of_disease = !IsOfCircumstances(code) && IsOfDiseases(code);
  const bool of_feature = code.starts_with("HP:");
  if (certain != LabelSays::kNothing || !(of_feature || of_disease || is_text)) return certain;
  const std::string text = ToLower(Trim(label));
  if (text == kNameWithQuery || IsIn(kFamilyHistories, code)) return LabelSays::kNothing;
  const auto holds = [&](const Words& words) { return words.says != LabelSays::kPast || !of_feature; };
  for (const Words& words : kBeforeTexts) {
    if (BeginsWith(text, words.words) && holds(words)) return words.says;
  }
  for (const Words& words : kBehindTexts) {
    if (EndsWith(text, words.words)) return words.says;
  }
  if (of_disease) return LabelSays::kNothing;
  const bool no =
      std::any_of(std::begin(kNoes), std::end(kNoes), [&](std::string_view n) { return text.starts_with(n); });
  return no && !IsIn(kNamesWithNo, text) && !IsNameLikeDenial(text) ? LabelSays::kDenied : LabelSays::kNothing;
}

bool IsOfCircumstances(std::string_view code) {
  const size_t colon = code.find(':');
  if (colon == code.npos || !code.starts_with("ICD10")) return false;
  const std::string_view local = code.substr(colon + 1);
  return local.starts_with('Z') || local.starts_with("U08");  // "Personal history of COVID-19"
}

LabelSays WhatIsSaidAroundCode(std::string_view text) {
  text = Trim(text);
  for (size_t colon = text.find(':'); colon != text.npos; colon = text.find(':', colon + 1)) {
    size_t begin = colon;
    while (begin > 0 && (IsAsciiAlnum(text[begin - 1]) || text[begin - 1] == '_')) --begin;
    size_t end = colon + 1;
    while (end < text.size() && IsOfLocalId(text[end])) ++end;
    if (end == colon + 1 || FindCodePrefix(text.substr(begin, colon - begin)) == nullptr) continue;
    if (begin == 0 && end == text.size()) return LabelSays::kNothing;
    if (IsIn(kDenyingSigns, Trim(text.substr(0, begin)))) return LabelSays::kDenied;
    const LabelSays before = OfWord(Bare(text.substr(0, begin)));
    const std::string_view behind = Trim(text.substr(end));
    // (Of SNOMED, "|Negative|" is the name of the code.)
    return before != LabelSays::kNothing || behind.starts_with('|') ? before : OfWord(Bare(behind));
  }
  return LabelSays::kNothing;
}

LabelSays WhatLabelSays(std::string_view label, bool is_known) {
  const std::string text = ToLower(Trim(label));
  for (const Words& words : kBefore) {
    if (!(is_known || words.certain) || !BeginsWith(text, words.words)) continue;
    if (words.says != LabelSays::kDenied || !IsNameLikeDenial(text)) return words.says;
    break;  // what stands behind the name counts
  }
  if (text == kNameWithMother) return LabelSays::kNothing;
  for (const Words& words : kBehind) {
    if ((is_known || words.certain) && EndsWith(text, words.words)) return words.says;
  }
  return LabelSays::kNothing;
}

}  // namespace muster::model
