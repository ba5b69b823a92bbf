#include "engine/model/codes/labels/no_disease.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "engine/model/codes/labels/label_words.h"
#include "engine/model/codes/labels/names_like_denials.h"
#include "engine/model/text/never_word.h"
#include "engine/model/text/text.h"

namespace muster::model {
namespace {

constexpr std::string_view kCodes[] = {
    "PATO:0000461",      // normal
    "NCIT:C115935",      // Healthy
    "NCIT:C94342",       // Healthy Subject
    "NCIT:C49651",       // Healthy Control
    "NCIT:C41132",       // None
    "NCIT:C14165",       // Normal
    "NCIT:C38757",       // Negative Finding
    "HP:0032322",        // Healthy
    "EFO:0001461",       // control
    "EFO:0000761",       // unaffected
    "SNOMED:102499006",  // Fit and well
    "SNOMED:391091008",  // No disease
    "SNOMED:17621005",   // Normal
    "SNOMED:260415000",  // Not detected
    "SNOMED:260385009",  // Negative
    "SNOMED:260413007",  // None
    "SNOMED:2667000",    // Absent
    "SNOMED:373572006",  // Clinical finding absent
    "SNOMED:160245001",  // No current problems or disability
    "SNOMED:281900007",  // No abnormality detected
    "SNOMED:716186003",  // No known allergy
    "SNOMED:160244002",  // No known allergies
    "SNOMED:409137002",  // No known drug allergy
    "SNOMED:182849000",  // No drug therapy prescribed
    "SNOMED:787481004",  // No known medications
    "CVX:998",           // no vaccine administered
    "UMLS:C0549184",     // None
};
constexpr std::string_view kNames[] = {"normal",          "healthy", "control", "unaffected",
                                       "healthy control", "gesund",  "sano"};
// None is longer than kLongestNo. ("Non", "nicht" and "nie" are not among them: names begin with them.)
constexpr std::string_view kNoes[] = {"no ",
                                      "kein ",
                                      "keine ",
                                      "keinen ",
                                      "keinerlei ",
                                      "ohne ",
                                      "sin ",
                                      "niega ",
                                      "ninguna ",
                                      "ningun ",
                                      "pas de ",
                                      "pas d'",
                                      "pas d\xE2\x80\x99",
                                      "aucun ",
                                      "aucune ",
                                      "sans ",
                                      "senza ",
                                      "nessun ",
                                      "nessuna ",
                                      "nessuno ",
                                      "sem ",
                                      "nenhum ",
                                      "nenhuma ",
                                      "geen ",
                                      "zonder ",
                                      "ingen ",
                                      "inget ",
                                      "uten ",
                                      "utan ",
                                      "uden ",
                                      "brak ",
                                      "nincs ",
                                      "ning\xC3\xBAn ",
                                      "denies ",
                                      "negative for ",
                                      "free of "};
constexpr size_t kLongestNo = 13;
constexpr std::string_view kNoExposures[] = {
    "NCIT:C65108",          // Never Smoker
    "LOINC:LA18978-9",      // Never smoker
    "OMOP:45879404",        // the same
    "SNOMED:266919005",     // Never smoked tobacco
    "SNOMED:221000119102",  // Never smoked any substance
    "SNOMED:8392000",       // Non-smoker
    "SNOMED:405746006",     // Current non-smoker
    "SNOMED:228274009",     // Lifetime non-drinker
    "SNOMED:105542008",     // Teetotaller
};

constexpr std::string_view kTextsOfNone[] = {
    // in place of a code
    "no",
    "nein",
    "none",
    "kein",
    "keine",
    "keiner",
    "0",
    "o.b.",
    "ohne befund",
    "kein befund",
    "nil",
    "nihil",
    "normal",
    "healthy",
    "gesund",
    "unauffällig",
    "unauffaellig",
    "unremarkable",
    "control",
    "controls",
    "unaffected",
    "sano",
    "sana",
    "sain",
    "saine",
    "false",
    "ok",
    "negative",
    "neg",
    "neg.",
    "nad",
    "wnl",
    "nothing abnormal detected",
    "no abnormality detected",
    "negativ",
    "asymptomatic",
    "kontrolle",
    "healthy control",
    "healthy volunteer",
    "gesunde kontrolle",
    "none known",
    "nil known",
    "nkda",
    "aucun",
    "aucune",
    "nessuno",
    "nessuna",
    "ninguno",
    "ninguna",
    "brak",
    "nincs",
    // The whole of a text: names begin with some of them.
    "non",
    "nee",
    "nej",
    "nie",
    "n\xC3\xA3o",
    "nao",
    "nem",
    // Healthy, in Finnish, the languages of the north, Dutch, Polish, Czech, Portuguese and Hungarian.
    "terve",
    "frisk",
    "gezond",
    "zdrowy",
    "zdrowa",
    "zdrav\xC3\xBD",
    "zdrav\xC3\xA1",
    "saud\xC3\xA1vel",
    "saudavel",
    "eg\xC3\xA9szs\xC3\xA9ges",
};

// In small letters, without anything between them.
constexpr std::string_view kTextsOfControls[] = {
    "control",
    "controls",
    "ctrl",
    "ctrls",
    "ctl",
    "healthy",
    "healthycontrol",
    "healthycontrols",
    "healthydonor",
    "healthydonors",
    "healthysubject",
    "healthysubjects",
    "healthyvolunteer",
    "healthyvolunteers",
    "healthyindividual",
    "healthyindividuals",
    "healthyperson",
    "healthyparticipant",
    "healthyadult",
    "healthyadults",
    "healthychild",
    "normal",
    "normalcontrol",
    "normalcontrols",
    "normaldonor",
    "normalsubject",
    "normalvolunteer",
    "unaffectedcontrol",
    "negativecontrol",
    "noncase",
    "nondiabetic",
    "nondiabetics",
    "nondiabeticcontrol",
    "normalglucosetolerance",
    "normoglycemic",
    "normoglycaemic",
    "cognitivelynormal",
    "cognitivelyunimpaired",
    "gesunderspender",
    "gesundespender",
    "gesundekontrolle",
    "kontrolle",
    "kontrollperson",
    "gesunderproband",
    "temoin",
    "tmoin",
    "testigo",
    "controlsano",
    "controllosano",
    "gezondecontrole",
};
constexpr std::string_view kMayBeControls[] = {"hc", "nc", "cn", "ngt", "hcs", "ncs"};

bool IsIn(std::span<const std::string_view> list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

// Whether what follows "non-" is somebody who does not: "cannabis user", "current smoker", "occupationally exposed".
// But a "daily smoker" who is none is a smoker, and a "prescription drug user" who is none uses what needs no
// prescription.
bool IsSomebodyExposed(std::string_view who) {
  constexpr std::string_view kManners[] = {"daily",  "regular",   "heavy",    "hazardous", "harmful", "problem",
                                           "depend", "prescri",   "medic",    "therapeut", "filter",  "menthol",
                                           "ioniz",  "ionis",     "steroid",  "combust",   "toxic",   "sterile",
                                           "inject", "fluoridat", "alcoholic"};
  constexpr std::string_view kWho[] = {"smoker", "smokers",  "drinker",   "drinkers", "user",
                                       "users",  "consumer", "consumers", "chewer",   "chewers",
                                       "vaper",  "vapers",   "abuser",    "abusers",  "exposed"};
  if (std::any_of(std::begin(kManners), std::end(kManners),
                  [&](std::string_view manner) { return who.starts_with(manner); })) {
    return false;
  }
  for (size_t begin = 0; begin < who.size();) {
    const size_t end = std::min(who.find_first_of(" -,;(/", begin), who.size());
    if (IsIn(kWho, who.substr(begin, end - begin))) return true;
    begin = end + 1;
  }
  return false;
}

std::string LettersOf(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    if (IsAsciiAlnum(c)) letters.push_back(AsciiLower(c));
  }
  return letters;
}

// Whether a label in small letters tells of a time before, or from when on it is so: who does not smoke since 2010 has
// smoked.
bool TellsOfBefore(std::string_view label) {
  constexpr std::string_view kWords[] = {
      "since",     "seit",      "sedan",    "siden", "sinds",   "depuis",  "desde",    "dal ",     "od ",
      "former",    "previous",  "ex-",      "quit",  "stopped", "früher",  "frueher",  "vorher",   "ehemal",
      "aufgehört", "tidligere", "tidigare", "slut",  "rzuci",   "dawniej", "gestopt",  "voorheen", "ancien",
      "arrêt",     "avant",     "dejó",     "antes", "smesso",  "dříve",   "korábban", "lopett",   "aiemmin"};
  for (size_t i = 0; i + 3 < label.size(); ++i) {
    const bool century = label.substr(i, 2) == "19" || label.substr(i, 2) == "20";
    const bool digits = std::all_of(label.begin() + i, label.begin() + i + 4, IsAsciiDigit);
    if (century && digits) return true;
  }
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view word) { return label.find(word) != label.npos; });
}

// "0 pack years", "0/day": without another number behind it.
bool IsNoAmount(std::string_view text) {
  if (text.size() < 2 || text[0] != '0' || (text[1] != ' ' && text[1] != '/')) return false;
  return std::none_of(text.begin() + 1, text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::span<const std::string_view> CodesOfNoDisease() { return kCodes; }

bool SaysNoDisease(std::string_view code, std::string_view label) {
  if (IsIn(kCodes, code)) return true;
  if (code.find(':') == code.npos && IsIn(kNames, ToLower(Trim(code)))) return true;
  return SaysNoDisease(label);
}

bool SaysNoDisease(std::string_view label) {
  label = Trim(label);
  // What no such word begins with is most of what comes.
  if (label.empty() || std::string_view("nkospdfhgazbiu").find(AsciiLower(label.front())) == std::string_view::npos) {
    return false;
  }
  const std::string text = ToLower(label.substr(0, kLongestNo));
  if (label.size() == text.size() && (text == "kein" || text == "keine" || text == "healthy" || text == "gesund")) {
    return true;
  }
  return std::any_of(std::begin(kNoes), std::end(kNoes), [&](std::string_view no) { return text.starts_with(no); }) &&
         !IsNameLikeDenial(label);
}

bool IsTextOfNone(std::string_view text) {
  const std::string lower = ToLower(Trim(text));
  if (IsIn(kTextsOfNone, lower)) return true;
  if (lower.find(' ') == std::string::npos || IsNameLikeDenial(lower)) return false;
  return AssertionOfLabel(lower, false) != LabelAssertion::kNothing || lower.starts_with("no diagnosis") ||
         lower.starts_with("no disease");
}

bool IsTextOfControl(std::string_view text) {
  constexpr size_t kLongest = 60;
  if (text.size() > kLongest) return false;
  // "Healthy (control)", "HC (control)".
  const size_t open = text.find('(');
  if (open != text.npos && open > 0 && Trim(text).ends_with(')')) {
    const std::string_view before = text.substr(0, open);
    return IsIn(kTextsOfControls, LettersOf(text.substr(open))) &&
           (IsIn(kTextsOfControls, LettersOf(before)) || MayBeTextOfControl(before));
  }
  return IsIn(kTextsOfControls, LettersOf(text));
}

bool MayBeTextOfControl(std::string_view text) { return text.size() <= 8 && IsIn(kMayBeControls, ToLower(Trim(text))); }

bool SaysNone(std::string_view label) {
  constexpr std::string_view kNone[] = {"none",
                                        "nothing",
                                        "untreated",
                                        "unbehandelt",
                                        "obehandlad",
                                        "onbehandeld",
                                        "ubehandlet",
                                        "non trait\xC3\xA9",
                                        "non traite",
                                        "non trait\xC3\xA9"
                                        "e",
                                        "non traitee",
                                        "non trattato",
                                        "non trattata",
                                        "treatment naive",
                                        "treatment-naive"};
  return IsIn(kNone, ToLower(Trim(label))) || SaysNoDisease(label);
}

bool SaysNoExposureByLabel(std::string_view label) {
  constexpr std::string_view kBegins[] = {
      "not exposed",      "unexposed",        "nichtraucher",  "nichttrinker",  "nieraucher",   "ei koskaan",
      "lifelong abstain", "lifetime abstain", "nicht-raucher", "nicht raucher", "icke-r",       "icke r",
      "ikke-r",           "ikke r",           "niet-roker",    "niet roker",    "nietroker",    "tupakoimat",
      "neekosk",          "ni fumeur",        "jam\xC3\xA1s",  "niepal",        "neku\xC5\x99", "nemdoh"};
  constexpr std::string_view kAlone[] = {"abstinent", "abstainer",  "mai",        "non",
                                         "teetotal",  "teetotaler", "teetotaller"};
  constexpr std::string_view kWho[] = {"smok", "drink", "user", "expos", "consumer", "chewer", "vaper"};
  constexpr std::string_view kBefore[] = {"has ", "have ", "lifetime ", "lifelong ", "life-long ", "current "};
  const std::string lower = ToLower(Trim(label));
  // "Has never smoked", "Lifetime non-smoker".
  std::string_view text = lower;
  for (const std::string_view before : kBefore) {
    if (ConsumePrefix(text, before)) break;
  }
  // "Never", "Never smoked".
  if (SaysNone(label) || IsWordOfNever(text.substr(0, text.find(' '))) || IsIn(kAlone, text) || IsNoAmount(lower)) {
    return true;
  }
  if (std::any_of(std::begin(kBegins), std::end(kBegins),
                  [&](std::string_view no) { return text.starts_with(no) || lower.starts_with(no); })) {
    return !TellsOfBefore(lower);
  }
  // "Non-smoker", but not "Non-ionizing radiation" and "Non-steroidal anti-inflammatory agent".
  std::string_view rest = text;
  if (!ConsumePrefix(rest, "non")) return false;
  const bool parted = ConsumePrefix(rest, "-") || ConsumePrefix(rest, " ");
  return std::any_of(std::begin(kWho), std::end(kWho), [&](std::string_view who) { return rest.starts_with(who); }) ||
         (parted && (rest.find(' ') == rest.npos || IsSomebodyExposed(rest)));
}

bool SaysNoExposure(std::string_view code) { return IsIn(kNoExposures, code); }

}  // namespace muster::model
