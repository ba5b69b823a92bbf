#include "engine/import/record/rules/coded_denial.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/import/record/polarity_word.h"
#include "engine/import/record/rules/certainty_word.h"
#include "engine/import/record/rules/derived_rows.h"
#include "engine/import/record/rules/words/void_word.h"
#include "engine/model/codes/tumour_behaviour.h"
#include "engine/model/text/text.h"

namespace muster::import {

bool IsNameOfResultStatus(std::string_view name) {
  constexpr std::string_view kNames[] = {"status", "abnormalstatus", "valuestatus", "statuscode", "statuscd"};
  constexpr std::string_view kStems[] = {"obx11",         "resultstatus",      "observationstatus", "obsstatus",
                                         "labstatus",     "teststatus",        "reportstatus",      "orderstatus",
                                         "resultsstatus", "observresultstatus"};
  const Letters letters(name);
  return letters.text() == "obx" || IsIn(kNames, letters.text()) || HasOneOf(letters.text(), kStems);
}

namespace {

struct Code {
  std::string_view code;
  std::string_view meaning;
};

const Code* Find(std::span<const Code> codes, std::string_view code) {
  const auto found = std::find_if(codes.begin(), codes.end(), [&](const Code& one) { return one.code == code; });
  return found == codes.end() ? nullptr : &*found;
}

// What `denies` finds first. It returns null of words that deny nothing.
template <typename Denies>
CodedDenial First(std::span<const std::string> words, CodedDenial::Kind kind, const Denies& denies) {
  for (const std::string& word : words) {
    if (const Code* code = denies(model::Trim(word))) return {kind, word, code->meaning};
  }
  return {};
}

// HL7's table 0085 (OBX-11), where all are its letters and some results are final or corrected.
CodedDenial ResultStatus(std::string_view name, std::span<const std::string> words) {
  constexpr Code kDenying[] = {{"X", "cancelled"},
                               {"D", "deleted"},
                               {"W", "wrong, such as of another patient"},
                               {"I", "pending"},
                               {"P", "preliminary"}};
  if (!IsNameOfResultStatus(name)) return {};
  bool final = false;
  for (const std::string& word : words) {
    const std::string_view letter = model::Trim(word);
    if (letter.size() != 1 || std::string_view("ABCDFINOPRSUVWX").find(letter) == std::string_view::npos) return {};
    final = final || letter == "F" || letter == "C";
  }
  if (!final) return {};
  for (const Code& code : kDenying) {  // those first that certainly do not count
    const auto is_it = [&](std::string_view letter) { return letter == code.code ? &code : nullptr; };
    CodedDenial denial = First(words, CodedDenial::Kind::kExcluded, is_it);
    if (denial.kind != CodedDenial::Kind::kNothing) return denial;
  }
  return {};
}

// FHIR's words for an observation without a result, where others beside them are of results as well: people are
// registered, too. (Those for none at all are known anywhere.)
CodedDenial NotYet(std::string_view name, std::span<const std::string> words) {
  constexpr Code kWords[] = {{"registered", "no result yet"}, {"specimeninprocess", "no result yet"}};
  constexpr std::string_view kOfResults[] = {"final", "amended", "corrected", "preliminary"};
  bool denied = false;
  bool of_results = false;
  for (const std::string& word : words) {
    denied = denied || IsVoidWord(word) || AssertionOfAction(word) != Assertion::kNothing;
    of_results = of_results || IsIn(kOfResults, Letters(word).text());
  }
  if (denied || !of_results || !IsNameOfResultStatus(name)) return {};
  return First(words, CodedDenial::Kind::kExcluded, [&](std::string_view word) {
    const Letters letters(word);
    return Find(kWords, letters.text());
  });
}

CodedDenial Derived(std::string_view name, std::span<const std::string> words) {
  DerivedRow row = FindDerivedRow(name, words);
  if (row.word.empty()) return {};
  return {CodedDenial::Kind::kDerived, std::move(row.word), row.meaning};
}

// Of tumours that are not malignant, by a digit or a word, in a column called so.
CodedDenial Behaviour(std::string_view name, std::span<const std::string> words) {
  if (!IsNameOfBehaviour(name)) return {};
  const auto has_meaning = [](const std::string& word) { return !model::TumourBehaviour(word).empty(); };
  const auto tells = [&](const std::string& word) { return TellsBehaviour(name, word); };
  if (!std::all_of(words.begin(), words.end(), has_meaning) || std::none_of(words.begin(), words.end(), tells)) {
    return {};
  }
  for (const std::string& word : words) {
    const std::string_view meaning = model::TumourBehaviour(word);
    if (!model::IsMalignantPrimary(meaning)) return {CodedDenial::Kind::kBehaviour, word, meaning};
  }
  return {};
}

// Rows of a database that were deleted: OMOP's invalid_reason, and A and D.
CodedDenial RowStatus(std::string_view name, std::span<const std::string> words) {
  constexpr std::string_view kNames[] = {"rowstatus", "recordstatus", "recstatus", "entrystatus", "rowstate"};
  constexpr Code kReasons[] = {{"D", "deleted"}, {"U", "replaced by another"}};
  const Letters letters(name);
  const auto of_reasons = [&](std::string_view letter) { return Find(kReasons, letter); };
  if (letters.text() == "invalidreason") return First(words, CodedDenial::Kind::kReplaced, of_reasons);
  const bool all = std::all_of(words.begin(), words.end(), [](const std::string& word) {
    return word.size() == 1 && std::string_view("ACDIUN").find(word) != std::string_view::npos;
  });
  if (!all || !IsIn(kNames, letters.text())) return {};
  return First(words, CodedDenial::Kind::kReplaced, [&](std::string_view letter) {
    return Find({kReasons, 1}, letter);
  });
}

// OMOP's concepts of the status of a condition.
CodedDenial ConditionStatus(std::string_view name, std::span<const std::string> words) {
  constexpr Code kDenying[] = {{"32899", "preliminary diagnosis"},
                               {"4033240", "preliminary diagnosis"},
                               {"32892", "condition to be diagnosed by a procedure"}};
  if (!Letters(name).text().ends_with("conceptid")) return {};
  return First(words, CodedDenial::Kind::kExcluded, [&](std::string_view id) { return Find(kDenying, id); });
}

// Modifiers of i2b2 and PCORnet: "FAMHX", "DX|HISTORY", "DX:FH". Of several parts each may deny.
CodedDenial Modifier(std::string_view name, std::span<const std::string> words) {
  constexpr std::string_view kNames[] = {"dxtype", "diagtype",    "diagnosistype",     "conditiontype",
                                         "dxkind", "dxqualifier", "diagnosisqualifier"};
  constexpr Code kOfRelatives[] = {{"FAMHX", "family history"}, {"FH", "family history"}, {"FHX", "family history"}};
  constexpr Code kDenying[] = {{"HISTORY", "past"}, {"RO", "to be ruled out"}, {"RULEOUT", "to be ruled out"}};
  const Letters letters(name);
  if (letters.text().find("modifier") == std::string_view::npos && !IsIn(kNames, letters.text())) return {};
  const auto has = [](std::span<const Code> codes) {
    return [codes](std::string_view word) -> const Code* {
      while (!word.empty()) {
        const size_t end = std::min(word.find_first_of("|:_ "), word.size());
        if (const Code* code = Find(codes, word.substr(0, end))) return code;
        word.remove_prefix(std::min(end + 1, word.size()));
      }
      return nullptr;
    };
  };
  CodedDenial denial = First(words, CodedDenial::Kind::kExcluded, has(kDenying));
  return denial.kind == CodedDenial::Kind::kNothing ? First(words, CodedDenial::Kind::kRelative, has(kOfRelatives))
                                                    : denial;
}

// HL7's RoleCode, the short forms of pedigrees, and words of other languages. (Those of English are known.)
CodedDenial KinOf(std::string_view name, std::span<const std::string> words) {
  constexpr Code kRoles[] = {{"FTH", "father"},         {"MTH", "mother"},         {"NFTH", "father"},
                             {"NMTH", "mother"},        {"SIB", "sibling"},        {"NSIB", "sibling"},
                             {"SIS", "sister"},         {"NSIS", "sister"},        {"BRO", "brother"},
                             {"NBRO", "brother"},       {"GRMTH", "grandmother"},  {"GRFTH", "grandfather"},
                             {"MGRMTH", "grandmother"}, {"MGRFTH", "grandfather"}, {"PGRMTH", "grandmother"},
                             {"PGRFTH", "grandfather"}, {"AUNT", "aunt"},          {"UNCLE", "uncle"},
                             {"COUSN", "cousin"},       {"DAU", "daughter"},       {"SON", "son"},
                             {"CHILD", "child"},        {"PRN", "parent"},         {"NPRN", "parent"},
                             {"FAMMEMB", "a relative"}, {"EXT", "a relative"}};
  constexpr Code kWords[] = {{"mo", "mother"},
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
  constexpr std::string_view kCompany[] = {
      "self",     "oneself",  "onself",   "patient", "pt",      "index",  "indexpatient", "proband", "participant",
      "subject",  "paciente", "paziente", "selbst",  "selv",    "egen",   "pacjent",      "patint",  "mother",
      "father",   "sister",   "brother",  "sibling", "parents", "parent", "daughter",     "son",     "child",
      "relative", "family",   "familie",  "famille", "pasient", "sjlv",   "ego",          "case"};
  if (!AsksWhose(name)) return {};
  const auto code_of = [&](std::string_view word) {
    const Code* role = Find(kRoles, word);
    return role == nullptr ? Find(kWords, Letters(word).text()) : role;
  };
  const auto is_company = [&](const std::string& word) {
    const std::string_view trimmed = model::Trim(word);
    return code_of(trimmed) != nullptr || IsIn(kCompany, Letters(trimmed).text());
  };
  const bool company = std::count_if(words.begin(), words.end(), is_company) > 1;
  return First(words, CodedDenial::Kind::kRelative, [&](std::string_view word) -> const Code* {
    const Code* code = code_of(word);
    const Letters letters(word);
    // (With its accent it is longer than what is left.)
    const bool whole = word.size() == letters.text().size();
    const bool ambiguous = whole && Find(kRoles, word) == nullptr && IsIn(kAmbiguous, letters.text());
    return ambiguous && !company ? nullptr : code;
  });
}

// The degree of the relative: "1st degree" beside 0. (Burns and blocks have degrees as well.)
CodedDenial DegreeOfKin(std::string_view name, std::span<const std::string> words) {
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
  static constexpr Code kRelative{"", "a relative"};
  return First(words, CodedDenial::Kind::kRelative, [&](std::string_view word) -> const Code* {
    const Letters of_word(word);
    const bool number = of_kin && (word == "1" || word == "2" || word == "3");
    const bool relative = of_word.text().find("relative") != std::string_view::npos;
    return number || relative || ((of_kin || self) && HasOneOf(of_word.text(), kDegrees)) ? &kRelative : nullptr;
  });
}

// Of samples that are gone. (Of people, teeth or cities such words may say something else.)
CodedDenial Gone(std::string_view name, std::span<const std::string> words) {
  // These are said of people, visits and teeth, too.
  constexpr std::string_view kOfOthers[] = {"lost",     "empty",    "leer",     "perdu", "perdido", "perdida",
                                            "verloren", "consumed", "gesperrt", "puis",  "discard", "discarded"};
  constexpr std::string_view kNames[] = {
      "sampl",     "specimen", "tube",    "vial",     "aliquot",  "status",     "stor",   "state",   "locat",
      "lager",     "freezer",  "box",     "prob",     "material", "availab",    "verf",   "zustand", "estado",
      "etat",      "stato",    "dispos",  "remark",   "comment",  "bemerk",     "note",   "fate",    "freigabe",
      "condition", "invent",   "bestand", "verbleib", "muestra",  "chantillon", "campion"};
  const Letters of_column(name);
  const bool named = HasOneOf(of_column.text(), kNames) && !HasOneOf(of_column.text(), {{"follow", "contact"}});
  constexpr Code kGone[] = {{"gesperrt", "not to be used"},    {"nichtfreigegeben", "not to be used"},
                            {"lost", "no more there"},         {"consumed", "no more there"},
                            {"usedup", "no more there"},       {"disposed", "no more there"},
                            {"disposedof", "no more there"},   {"empty", "no more there"},
                            {"vernichtet", "no more there"},   {"verbraucht", "no more there"},
                            {"aufgebraucht", "no more there"}, {"entsorgt", "no more there"},
                            {"verloren", "no more there"},     {"leer", "no more there"},
                            {"dtruit", "no more there"},       {"detruit", "no more there"},
                            {"puis", "no more there"},         {"epuise", "no more there"},
                            {"perdu", "no more there"},        {"agotado", "no more there"},
                            {"agotada", "no more there"},      {"destruido", "no more there"},
                            {"destruida", "no more there"},    {"perdido", "no more there"},
                            {"perdida", "no more there"},      {"vernietigd", "no more there"},
                            {"esaurito", "no more there"},     {"esaurita", "no more there"},
                            {"distrutto", "no more there"},    {"discard", "no more there"},
                            {"discarded", "no more there"}};
  return First(words, CodedDenial::Kind::kExcluded, [&](std::string_view word) {
    const Letters letters(word);
    return !named && IsIn(kOfOthers, letters.text()) ? nullptr : Find(kGone, letters.text());
  });
}

// Wells of a run that have no sample of a person, by a column that says what each is.
CodedDenial Blanks(std::string_view name, std::span<const std::string> words) {
  constexpr std::string_view kStems[] = {"role", "type", "kind", "class"};
  constexpr Code kControls[] = {{"ntc", "a control of the run"},
                                {"notemplatecontrol", "a control of the run"},
                                {"blank", "a control of the run"},
                                {"extractionblank", "a control of the run"},
                                {"negativecontrol", "a control of the run"},
                                {"positivecontrol", "a control of the run"},
                                {"calibrator", "a control of the run"}};
  const Letters letters(name);
  if (!HasOneOf(letters.text(), kStems)) return {};
  return First(words, CodedDenial::Kind::kExcluded, [&](std::string_view word) {
    const Letters of_word(word);
    return Find(kControls, of_word.text());
  });
}

// Results that were not measured, or of what could hardly be.
CodedDenial Spoilt(std::span<const std::string> words) {
  constexpr Code kSpoilt[] = {{"insufficientmaterial", "could not be measured"},
                              {"insufficientsample", "could not be measured"},
                              {"quantitynotsufficient", "could not be measured"},
                              {"qns", "could not be measured"},
                              {"materialnichtausreichend", "could not be measured"},
                              {"hmolytisch", "haemolytic"},
                              {"haemolytisch", "haemolytic"},
                              {"haemolytic", "haemolytic"},
                              {"hemolytic", "haemolytic"},
                              {"haemolysed", "haemolytic"},
                              {"hemolyzed", "haemolytic"},
                              {"imputed", "not measured"}};
  return First(words, CodedDenial::Kind::kExcluded, [&](std::string_view word) {
    const Letters letters(word);
    return Find(kSpoilt, letters.text());
  });
}

// Records that were made to try a program.
CodedDenial TestRecord(std::string_view name, std::span<const std::string> words) {
  constexpr std::string_view kNames[] = {"recordtype", "patienttype", "subjecttype", "participanttype",
                                         "persontype", "casetype",    "entrytype"};
  constexpr Code kTests[] = {{"test", "no person"},
                             {"testpatient", "no person"},
                             {"dummy", "no person"},
                             {"demo", "no person"},
                             {"training", "no person"}};
  const Letters letters(name);
  if (!IsIn(kNames, letters.text()) || words.size() < 2) return {};
  return First(words, CodedDenial::Kind::kReplaced, [&](std::string_view word) {
    const Letters of_word(word);
    return Find(kTests, of_word.text());
  });
}

// Answers as codes: OMOP's, LOINC's and SNOMED CT's no, absent and not detected.
CodedDenial AnswerOfNo(std::string_view name, std::span<const std::string> words) {
  constexpr Code kConcepts[] = {{"4188540", "no"},
                                {"45878245", "no"},
                                {"4132135", "absent"},
                                {"45884086", "absent"},
                                {"4069590", "not detected"}};
  constexpr Code kCodes[] = {
      {"LA32-8", "no"}, {"LA9634-2", "absent"}, {"373067005", "no"}, {"410516002", "known absent"}};
  const bool concept_id = Letters(name).text().ends_with("conceptid");
  return First(words, CodedDenial::Kind::kExcluded, [&](std::string_view code) {
    const Code* known = concept_id ? Find(kConcepts, code) : nullptr;
    return known == nullptr ? Find(kCodes, code.substr(code.find_last_of(":|") + 1)) : known;
  });
}

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

bool IsNameOfBehaviour(std::string_view name) {
  constexpr std::string_view kNames[] = {"beh", "behav", "behaviorcode", "behaviourcode"};
  constexpr std::string_view kStems[] = {"behavio",         "dignitt",        "dignitaet",      "dignitat",
                                         "dignity",         "comportement",   "comportamiento", "comportamento",
                                         "biologicalbehav", "malignancygrade"};
  // Of people, and not of tumours.
  constexpr std::string_view kOfPeople[] = {
      "sex",       "health", "risk",     "eat",   "suicid",   "social", "child",    "sleep",   "disord",
      "impuls",    "therap", "problem",  "score", "feeding",  "smok",   "drink",    "aggress", "repetit",
      "stereotyp", "injur",  "hyperact", "autis", "adaptive", "violen", "challeng", "compuls"};
  const Letters letters(name);
  if (HasOneOf(letters.text(), kOfPeople)) return false;
  return IsIn(kNames, letters.text()) || HasOneOf(letters.text(), kStems);
}

bool TellsBehaviour(std::string_view name, std::string_view word) {
  constexpr std::string_view kOfAnybody[] = {"beh", "comport"};
  constexpr std::string_view kOfTumours[] = {"icd", "tumo", "neopl", "morph", "histo", "biolog", "code"};
  word = model::Trim(word);
  if (word.ends_with(".0")) word.remove_suffix(2);
  if (word != "0" && word != "1") return true;
  const Letters letters(name);
  return !HasOneOf(letters.text(), kOfAnybody) || HasOneOf(letters.text(), kOfTumours);
}

CodedDenial FindCodedDenial(std::string_view name, std::span<const std::string> words, RowsBeside beside) {
  CodedDenial denial = RowStatus(name, words);
  if (denial.kind == CodedDenial::Kind::kNothing) denial = TestRecord(name, words);
  if (denial.kind == CodedDenial::Kind::kNothing && beside.measurements) denial = ResultStatus(name, words);
  if (denial.kind == CodedDenial::Kind::kNothing && beside.measurements) denial = NotYet(name, words);
  if (denial.kind == CodedDenial::Kind::kNothing && (beside.measurements || beside.polar))
    denial = Derived(name, words);
  if (denial.kind == CodedDenial::Kind::kNothing && beside.measurements) denial = Spoilt(words);
  if (denial.kind == CodedDenial::Kind::kNothing && beside.samples) denial = Gone(name, words);
  if (denial.kind == CodedDenial::Kind::kNothing && beside.samples) denial = Blanks(name, words);
  if (denial.kind == CodedDenial::Kind::kNothing && beside.diseases) denial = Behaviour(name, words);
  if (!beside.polar) return denial;
  if (denial.kind == CodedDenial::Kind::kNothing) denial = ConditionStatus(name, words);
  if (denial.kind == CodedDenial::Kind::kNothing) denial = AnswerOfNo(name, words);
  if (denial.kind == CodedDenial::Kind::kNothing) denial = Modifier(name, words);
  if (denial.kind == CodedDenial::Kind::kNothing) denial = DegreeOfKin(name, words);
  return denial.kind == CodedDenial::Kind::kNothing ? KinOf(name, words) : denial;
}

}  // namespace muster::import
