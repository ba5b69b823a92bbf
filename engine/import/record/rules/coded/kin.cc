#include "engine/import/record/rules/coded/kin.h"

#include <algorithm>

#include "engine/import/record/polarity_word.h"
#include "engine/import/record/rules/coded/denying_code.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

// HL7's RoleCode.
constexpr DenyingCode kRoles[] = {{"FTH", "father"},         {"MTH", "mother"},         {"NFTH", "father"},
                                  {"NMTH", "mother"},        {"SIB", "sibling"},        {"NSIB", "sibling"},
                                  {"SIS", "sister"},         {"NSIS", "sister"},        {"BRO", "brother"},
                                  {"NBRO", "brother"},       {"GRMTH", "grandmother"},  {"GRFTH", "grandfather"},
                                  {"MGRMTH", "grandmother"}, {"MGRFTH", "grandfather"}, {"PGRMTH", "grandmother"},
                                  {"PGRFTH", "grandfather"}, {"AUNT", "aunt"},          {"UNCLE", "uncle"},
                                  {"COUSN", "cousin"},       {"DAU", "daughter"},       {"SON", "son"},
                                  {"CHILD", "child"},        {"PRN", "parent"},         {"NPRN", "parent"},
                                  {"FAMMEMB", "a relative"}, {"EXT", "a relative"}};

// The short forms of pedigrees, words of other languages, and kin that certainty_word.h does not know of any column.
constexpr DenyingCode kWordsOfKin[] = {{"mo", "mother"},
                                       {"fa", "father"},
                                       {"vater", "father"},
                                       {"mutter", "mother"},
                                       {"bruder", "brother"},
                                       {"schwester", "sister"},
                                       {"geschwister", "sibling"},
                                       {"eltern", "parents"},
                                       {"grossmutter", "grandmother"},
                                       {"grossvater", "grandfather"},
                                       {"gromutter", "grandmother"},
                                       {"grovater", "grandfather"},
                                       {"tante", "aunt"},
                                       {"onkel", "uncle"},
                                       {"sohn", "son"},
                                       {"tochter", "daughter"},
                                       {"pre", "father"},
                                       {"pere", "father"},
                                       {"mre", "mother"},
                                       {"mere", "mother"},
                                       {"frre", "brother"},
                                       {"frere", "brother"},
                                       {"soeur", "sister"},
                                       {"padre", "father"},
                                       {"madre", "mother"},
                                       {"hermano", "brother"},
                                       {"hermana", "sister"},
                                       {"fratello", "brother"},
                                       {"sorella", "sister"},
                                       {"pai", "father"},
                                       {"irmo", "brother"},
                                       {"irmao", "brother"},
                                       {"irm", "sister"},
                                       {"irma", "sister"},
                                       {"vader", "father"},
                                       {"moeder", "mother"},
                                       {"broer", "brother"},
                                       {"zus", "sister"},
                                       {"zuster", "sister"},
                                       {"ojciec", "father"},
                                       {"matka", "mother"},
                                       {"brat", "brother"},
                                       {"siostra", "sister"},
                                       {"otec", "father"},
                                       {"far", "father"},
                                       {"mor", "mother"},
                                       {"bror", "brother"},
                                       {"syster", "sister"},
                                       {"ster", "sister"},
                                       {"grandmother", "grandmother"},
                                       {"grandfather", "grandfather"},
                                       {"aunt", "aunt"},
                                       {"uncle", "uncle"},
                                       {"cousin", "cousin"}};

// What is left of père and the like, and words of several languages, may be something else: pre and post, near and
// far. Other kin beside them, or the person itself, tells.
constexpr std::string_view kAmbiguous[] = {"pre", "mre", "frre", "irmo", "irm",  "ster", "far",
                                           "mor", "mo",  "fa",   "pai",  "brat", "zus"};

// The person itself, and kin that certainty_word.h knows.
constexpr std::string_view kCompany[] = {
    "self",     "oneself",  "onself",   "patient", "pt",      "index",  "indexpatient", "proband", "participant",
    "subject",  "paciente", "paziente", "selbst",  "selv",    "egen",   "pacjent",      "patint",  "mother",
    "father",   "sister",   "brother",  "sibling", "parents", "parent", "daughter",     "son",     "child",
    "relative", "family",   "familie",  "famille", "pasient", "sjlv",   "ego",          "case"};

}  // namespace

bool AsksWhose(std::string_view name) {
  constexpr std::string_view kNames[] = {"relation", "relationship", "relative", "subject", "who", "whom",
                                         "person",   "wer",          "wen",      "quien",   "lien"};
  constexpr std::string_view kStems[] = {
      "relationto", "relationshipto", "familymember", "affectedperson", "whose",     "verwandt",        "kinship",
      "subjectof",  "lienparent",     "liendeparent", "parentesco",     "parentela", "betroffeneperson"};
  const Letters letters(name);
  // Whom to call, and who told it.
  constexpr std::string_view kOfContacts[] = {"nextofkin", "contact",  "emergency", "inform",
                                              "caregiver", "guardian", "notify",    "carer"};
  if (HasOneOf(letters.text(), kOfContacts)) return false;
  return IsIn(kNames, letters.text()) || HasOneOf(letters.text(), kStems);
}

CodedDenial FindKin(std::string_view name, std::span<const std::string> words) {
  if (!AsksWhose(name)) return {};
  const auto code_of = [&](std::string_view word) {
    const DenyingCode* role = FindCode(kRoles, word);
    return role == nullptr ? FindCode(kWordsOfKin, Letters(word).text()) : role;
  };
  const auto is_company = [&](const std::string& word) {
    const std::string_view trimmed = model::Trim(word);
    return code_of(trimmed) != nullptr || IsIn(kCompany, Letters(trimmed).text());
  };
  const bool company = std::count_if(words.begin(), words.end(), is_company) > 1;
  return FirstDenial(words, CodedDenial::Kind::kRelative, [&](std::string_view word) -> const DenyingCode* {
    const DenyingCode* code = code_of(word);
    const Letters letters(word);
    // (With its accent it is longer than what is left.)
    const bool whole = word.size() == letters.text().size();
    const bool ambiguous = whole && FindCode(kRoles, word) == nullptr && IsIn(kAmbiguous, letters.text());
    return ambiguous && !company ? nullptr : code;
  });
}

CodedDenial FindDegreeOfKin(std::string_view name, std::span<const std::string> words) {
  constexpr std::string_view kOfKin[] = {"degreeofrelat",  "degreeofkin",         "kinshipdegree",
                                         "relationdegree", "relativedegree",      "relationshipdegree",
                                         "degreerelative", "verwandtschaftsgrad", "gradodeparentesco"};
  constexpr std::string_view kNone[] = {"0", "self", "proband", "index", "patient", "selbst"};
  constexpr std::string_view kDegrees[] = {"1stdegree", "firstdegree", "2nddegree", "seconddegree",
                                           "3rddegree", "thirddegree", "1grades",   "2grades"};
  const Letters letters(name);
  const bool of_kin = HasOneOf(letters.text(), kOfKin);
  if (!of_kin && letters.text() != "degree") return {};
  const bool self = std::any_of(words.begin(), words.end(),
                                [&](const std::string& word) { return IsIn(kNone, Letters(word).text()); });
  static constexpr DenyingCode kRelative{"", "a relative"};
  return FirstDenial(words, CodedDenial::Kind::kRelative, [&](std::string_view word) -> const DenyingCode* {
    const Letters of_word(word);
    const bool number = of_kin && (word == "1" || word == "2" || word == "3");
    const bool relative = of_word.text().find("relative") != std::string_view::npos;
    return number || relative || ((of_kin || self) && HasOneOf(of_word.text(), kDegrees)) ? &kRelative : nullptr;
  });
}

}  // namespace muster::import
