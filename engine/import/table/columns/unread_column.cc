#include "engine/import/table/columns/unread_column.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "engine/import/record/polarity_word.h"
#include "engine/import/record/remarks.h"
#include "engine/import/record/rules/certainty_word.h"
#include "engine/import/record/rules/void_word.h"
#include "engine/model/codes/several_codes.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/text/text.h"
#include "engine/model/units/units.h"

namespace muster::import {

namespace {

enum class WordDenies { kNo, kDoubt, kYes };

// Of orders and arms of a trial: nothing was given, or not what it stands beside.
bool IsIntended(std::string_view cell) {
  constexpr std::string_view kIntended[] = {"plan", "proposal", "rqo", "placebo"};
  return IsIn(kIntended, Letters(cell).text());
}

// Of samples that are gone, and of results that are a limit.
bool IsGoneOrLimit(std::string_view cell) {
  constexpr std::string_view kGoneOrLimit[] = {"exhausted", "usedup",   "depleted",  "outofstock",    "donotuse",
                                               "blod",      "bdl",      "lloq",      "bloq",          "blq",
                                               "belowlod",  "belowloq", "belowlloq", "belowdetection"};
  return IsIn(kGoneOrLimit, Letters(cell).text());
}

// Beside words for the person itself, as the one whom a row is about.
bool IsUnborn(std::string_view cell) {
  constexpr std::string_view kUnborn[] = {"fetus", "foetus"};
  return IsIn(kUnborn, Letters(cell).text());
}

// Doubt that is hardly said of anything but a diagnosis. (Smoking may be "past", an employment "working", a result
// "preliminary", a side effect "possible".)
bool IsStrictDoubt(std::string_view cell) {
  constexpr std::string_view kDoubtStems[] = {"suspect", "suspici", "verdacht", "verdenking", "sospe",
                                              "suspeit", "misst",   "mistnkt",  "misten",     "mistanke"};
  constexpr std::string_view kDoubts[] = {"unconfirmed", "differential", "differentialdiagnosis", "workingdiagnosis",
                                          "podejrzenie", "epily",        "presumptive",           "ruleout"};
  // With their points and strokes: VA is a state.
  constexpr std::string_view kInShort[] = {"v.a.", "z.a.", "z.n.", "r/o"};
  std::string text = model::ToLower(cell);
  std::erase(text, ' ');
  const Letters letters(cell);
  return IsIn(kInShort, std::string_view(text)) || IsIn(kDoubts, letters.text()) ||
         std::any_of(std::begin(kDoubtStems), std::end(kDoubtStems),
                     [&](std::string_view stem) { return letters.text().starts_with(stem); });
}

// Of words only: a letter or a digit may be anything.
WordDenies DeniesHow(std::string_view cell) {
  if (model::Trim(cell).size() < 3) return WordDenies::kNo;
  const Assertion assertion = AssertionOfWord(AssertionKind::kStatus, {}, Letters(cell).text());
  if (assertion == Assertion::kExcluded || assertion == Assertion::kVoid ||
      AssertionOfAction(cell) != Assertion::kNothing || IsVoidWord(cell) || IsIntended(cell) || IsGoneOrLimit(cell) ||
      IsUnborn(cell)) {
    return WordDenies::kYes;
  }
  return assertion == Assertion::kDoubted || IsStrictDoubt(cell) ? WordDenies::kDoubt : WordDenies::kNo;
}

// "4B", "12 A" are wards, and no units, though 4 bel might be one.
bool IsNumberedLetter(std::string_view word) {
  const size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
  const std::string_view rest = model::Trim(word.substr(digits));
  return digits > 0 && rest.size() == 1 && model::IsAsciiAlpha(rest.front());
}

// "ja", "non", "0": what it answers stands in the name of the column. (A word such as "refuted" means the same
// whatever is asked.)
bool IsYesOrNo(std::string_view cell) { return PolarityOfPresence(cell) != PolarityOfExclusion(cell); }

// What a word says of the row that it stands beside, but for answers and results of tests. "-" and "N" may be anything.
Assertion AssertionOfRow(std::string_view cell) {
  constexpr std::string_view kResults[] = {"negative", "absent", "notpresent", "unaffected", "notdetected", "present",
                                           "positive", "pos",    "neg",        "ausente",    "assente",     "afwezig"};
  const Letters letters(cell);
  if (model::Trim(cell).size() < 3 || IsYesOrNo(cell) || IsIn(kResults, letters.text())) return Assertion::kNothing;
  return AssertionOfWord(AssertionKind::kStatus, {}, letters.text());
}

bool IsAnError(std::string_view cell) {
  constexpr std::string_view kErrors[] = {"enteredinerror", "wrongpatient", "error", "erroneous", "inerror"};
  return IsIn(kErrors, Letters(cell).text());
}

}  // namespace

void UnreadColumn::Add(std::string_view cell) {
  ++cells_;
  if (first_.empty()) {
    first_ = Shown(cell, 80);
  } else if (other_.empty() && cell != first_) {
    other_ = Shown(cell, 80);
  }
  if (words_.size() <= kMostWords && std::find(words_.begin(), words_.end(), cell) == words_.end()) {
    words_.push_back(Shown(cell, 80));
    const WordDenies denial = denial_.empty() || denial_is_doubt_ ? DeniesHow(cell) : WordDenies::kNo;
    if (denial == WordDenies::kYes || (denial == WordDenies::kDoubt && denial_.empty())) {
      denial_ = Shown(cell, 80);
      denial_is_doubt_ = denial == WordDenies::kDoubt;
    }
  }
  // (1.0 is how programs write a 1 that keep a column as floating-point numbers; 1.000 is a measured value.)
  const bool measured = cell.find('.') != cell.npos && !cell.ends_with(".0");
  const Polarity answer = measured ? Polarity::kUnclear : PolarityOfLetters(cell);
  answers_ = answers_ && answer != Polarity::kUnclear;
  yes_ = yes_ || answer == Polarity::kObserved;
  zeros_ = zeros_ && model::Trim(cell) == "0";
  codes_ = codes_ && cell.find(':') != std::string_view::npos && model::HasKnownPrefix(model::NormalizeCode(cell));
}

bool UnreadColumn::HasOnesAndTwos() const {
  constexpr std::string_view kUnknown[] = {"0", "-9", "0.0", "-9.0"};
  bool one = false;
  bool two = false;
  for (const std::string& word : words_) {
    one = one || word == "1" || word == "1.0";
    two = two || word == "2" || word == "2.0";
    if (word != "1" && word != "1.0" && word != "2" && word != "2.0" && !IsIn(kUnknown, word)) return false;
  }
  return one && two;
}

bool UnreadColumn::SaysOneThing() const {
  if (words_.size() != 1) return false;
  const std::string_view word = model::Trim(words_.front());
  return word.size() == 1 || word == "1.0" || word == "0.0";
}

bool UnreadColumn::HasComparators() const {
  constexpr std::string_view kSigns[] = {"<", "<=", ">", ">=", "=", "~", "\xe2\x89\xa4", "\xe2\x89\xa5"};
  // OMOP's concepts of operators, and what i2b2 and FHIR's systems write; E is "=".
  constexpr std::string_view kCodes[] = {"4172703", "4171756", "4171754", "4171755", "4172704", "EQ", "NE", "LT",
                                         "LE",      "GT",      "GE",      "lt",      "le",      "gt", "ge"};
  constexpr std::string_view kSingle[] = {"E", "L", "G"};
  constexpr std::string_view kEqual[] = {"=", "4172703", "EQ", "E"};  // that numbers are exact is what is taken
  bool certain = false;
  for (const std::string& word : words_) {
    const std::string_view cell = model::Trim(word);
    if (!IsIn(kSigns, cell) && !IsIn(kCodes, cell) && !IsIn(kSingle, cell)) return false;
    certain = certain || (!IsIn(kSingle, cell) && !IsIn(kEqual, cell));
  }
  return cells_ > 0 && certain;
}

bool UnreadColumn::HasLimits(std::string_view name) const {
  constexpr std::string_view kCensored[] = {"left", "right", "interval", "leftcensored", "rightcensored"};
  constexpr std::string_view kNotCensored[] = {"none", "no", "uncensored", "exact", "notcensored", "observed"};
  constexpr std::string_view kNotDetected[] = {"nd", "nondetect", "nondetected", "lod", "blod", "loq", "bloq"};
  constexpr std::string_view kDetected[] = {"d", "det", "detect", "detected", "quantified", "hit"};
  const Letters letters(name);
  const bool censored = letters.text().find("censor") != std::string_view::npos;
  const bool detected = letters.text().find("detect") != std::string_view::npos;
  if ((!censored && !detected) || !HasFewWords()) return false;
  const std::span<const std::string_view> yes =
      censored ? std::span<const std::string_view>(kCensored) : std::span<const std::string_view>(kNotDetected);
  const std::span<const std::string_view> no =
      censored ? std::span<const std::string_view>(kNotCensored) : std::span<const std::string_view>(kDetected);
  bool limits = false;
  for (const std::string& word : words_) {
    const Letters plain(word);
    if (!IsIn(yes, plain.text()) && !IsIn(no, plain.text())) return false;
    limits = limits || IsIn(yes, plain.text());
  }
  return limits;
}

bool UnreadColumn::HasOnlyCountries() const {
  constexpr std::string_view kCountries[] = {"GE", "GT", "LT", "NE"};
  return cells_ > 0 && std::all_of(words_.begin(), words_.end(),
                                   [&](const std::string& word) { return IsIn(kCountries, model::Trim(word)); });
}

bool UnreadColumn::HasExclusions(bool actions) const {
  return HasFewWords() && std::any_of(words_.begin(), words_.end(), [&](const std::string& word) {
           if (AssertionOfAction(word) == Assertion::kDoubted || IsIntended(word)) return actions;
           return AssertionOfRow(word) == Assertion::kExcluded || IsStrictDoubt(word) || IsAnError(word);
         });
}

bool UnreadColumn::HasDoubt() const {
  return HasFewWords() && std::any_of(words_.begin(), words_.end(), [](const std::string& word) {
           return AssertionOfRow(word) == Assertion::kDoubted;
         });
}

bool UnreadColumn::HasRelatives() const {
  return HasFewWords() && std::any_of(words_.begin(), words_.end(), [](const std::string& word) {
           return AssertionOfRow(word) == Assertion::kVoid && !IsAnError(word);
         });
}

bool UnreadColumn::HasFamilyHistory() const {
  constexpr std::string_view kHistory[] = {"familyhistory", "familyhistoryof", "someoneelse",
                                           "associatedwithsomeoneelse", "notpatient"};
  return HasFewWords() && std::any_of(words_.begin(), words_.end(),
                                      [&](const std::string& word) { return IsIn(kHistory, Letters(word).text()); });
}

bool UnreadColumn::HasMarksOfFailure(std::string_view name) const {
  constexpr std::string_view kNames[] = {"qc", "passfail", "pass", "quality", "valid"};
  const Letters letters(name);
  const bool named = std::any_of(std::begin(kNames), std::end(kNames), [&](std::string_view stem) {
    return letters.text().find(stem) != std::string_view::npos;
  });
  if (!named || !HasFewWords()) return false;
  bool fails = false;
  for (const std::string& word : words_) {
    const std::string_view mark = model::Trim(word);
    if (mark.size() != 1 || !model::IsAsciiAlpha(mark.front())) return false;
    fails = fails || model::AsciiLower(mark.front()) == 'f';
  }
  return fails;
}

bool UnreadColumn::HasBareIcd10() const {
  const auto is_code = [](const std::string& word) { return model::LooksLikeIcd10(word); };
  // (A12 may be a ward, a well or a visit.)
  const auto has_point = [](const std::string& word) { return word.find('.') != word.npos; };
  return cells_ > 0 && std::all_of(words_.begin(), words_.end(), is_code) &&
         std::any_of(words_.begin(), words_.end(), has_point);
}

bool UnreadColumn::HasNumbersOrDates() const {
  return std::all_of(words_.begin(), words_.end(), [](const std::string& word) {
    return word.size() > 1 && word.find_first_not_of("0123456789.,-/: T") == word.npos;
  });
}

bool UnreadColumn::HasAnyUnit() const {
  return std::any_of(words_.begin(), words_.end(), [](const std::string& word) {
    if (IsNumberedLetter(word)) return false;
    return word.find_first_of("/%") != word.npos || model::ParseUnit(word).ok();
  });
}

bool UnreadColumn::HasUnits(bool certain) const {
  if (cells_ == 0 || words_.size() > kMostWords) return false;
  const auto is_unit = [&](const std::string& word) {
    const bool number = word.find_first_not_of("0123456789.,") == word.npos;
    return !number && !IsNumberedLetter(word) && (!certain || word.find_first_of("/%") != word.npos) &&
           model::ParseUnit(word).ok();
  };
  return std::all_of(words_.begin(), words_.end(), is_unit);
}

CodedDenial UnreadColumn::Coded(std::string_view name, RowsBeside beside) const {
  return HasFewWords() ? FindCodedDenial(name, words_, beside) : CodedDenial();
}

std::string UnreadColumn::ExamplesWith(const CodedDenial& coded) const {
  const std::string denial = model::Concat({"\"", coded.word, "\" (", coded.meaning, ")"});
  return coded.word == first_ ? denial : model::Concat({"\"", first_, "\" and ", denial});
}

std::string UnreadColumn::Examples() const {
  if (!denial_.empty() && denial_ != first_) return model::Concat({"\"", first_, "\" and \"", denial_, "\""});
  return other_.empty() ? model::Concat({"\"", first_, "\""})
                        : model::Concat({"\"", first_, "\" and \"", other_, "\""});
}

bool IsNameOfNumber(std::string_view name) {
  constexpr std::string_view kEnds[] = {"seqnum",   "seqno",    "sequence", "number",     "nummer", "anzahl",
                                        "quantity", "instance", "count",    "instnum",    "lineno", "rownum",
                                        "numero",   "nombre",   "cantidad", "laufendenr", "lfdnr",  "ordinal"};
  constexpr std::string_view kLastWords[] = {"seq", "num", "nr", "no", "qty", "index", "idx", "lot", "order", "rank"};
  const Letters letters(name);
  const auto ends = [&](std::string_view end) { return letters.text().ends_with(end); };
  if (std::any_of(std::begin(kEnds), std::end(kEnds), ends)) return true;
  // SDTM's, with two letters before it.
  if (letters.text().size() == 5 && letters.text().ends_with("seq")) return true;
  const size_t begin = name.find_last_of("_. -") + 1;  // npos + 1: all of it
  const std::string last = model::ToLower(name.substr(begin));
  return (begin > 0 || last != "no") && IsIn(kLastWords, std::string_view(last));
}

bool IsNameOfPlace(std::string_view name) {
  constexpr std::string_view kStems[] = {
      "countr", "nation", "citizen", "origin", "birth",      "resid",    "ctry",  "isocode",    "geo",     "herkunft",
      "staat",  "pays",   "pais",    "paese",  "provenance", "location", "place", "nacionalid", "ursprung"};
  constexpr std::string_view kNames[] = {"land", "iso", "isoa"};
  const Letters letters(name);
  return IsIn(kNames, letters.text()) || std::any_of(std::begin(kStems), std::end(kStems), [&](std::string_view stem) {
           return letters.text().find(stem) != std::string_view::npos;
         });
}

bool IsNameOfCertainty(std::string_view name) {
  constexpr std::string_view kStems[] = {"sicherheit", "certaint", "certitud", "certez",   "suspect",
                                         "verdacht",   "sospech",  "diagcert", "zekerheid"};
  const Letters letters(name);
  return std::any_of(std::begin(kStems), std::end(kStems),
                     [&](std::string_view stem) { return letters.text().find(stem) != std::string_view::npos; });
}

bool IsNameOfEndOfConsent(std::string_view name) {
  constexpr std::string_view kStems[] = {"withdr",  "revoke",     "revoc",   "widerruf",    "retract",
                                         "optout",  "expir",      "expiry",  "ablauf",      "validuntil",
                                         "validto", "gueltigbis", "enddate", "endofconsent"};
  const Letters letters(name);
  return std::any_of(std::begin(kStems), std::end(kStems),
                     [&](std::string_view stem) { return letters.text().find(stem) != std::string_view::npos; });
}

bool IsNameOfWithdrawal(std::string_view name) {
  constexpr std::string_view kStems[] = {"withdrawal", "withdrawn", "withdrew",   "revoked",
                                         "revocation", "widerruf",  "consentend", "endofconsent"};
  // Of what is stopped or taken, and not of a person who leaves.
  constexpr std::string_view kOfMedicine[] = {"alcohol", "alkohol", "opioid",  "opiate",  "drug",
                                              "nicotin", "benzo",   "steroid", "symptom", "syndrom",
                                              "seizure", "delir",   "bleed",   "blood",   "treatment"};
  const Letters letters(name);
  const auto has = [&](std::string_view stem) { return letters.text().find(stem) != std::string_view::npos; };
  return has("optout") || (std::any_of(std::begin(kStems), std::end(kStems), has) &&
                           std::none_of(std::begin(kOfMedicine), std::end(kOfMedicine), has));
}

bool IsNameOfReplacement(std::string_view name) {
  constexpr std::string_view kStems[] = {"merged",      "duplicateof", "replacedby", "supersed",  "deleted",
                                         "retracted",   "disposal",    "disposedof", "discard",   "destroyed",
                                         "destruction", "gelscht",     "geloescht",  "annulledon"};
  const Letters letters(name);
  return std::any_of(std::begin(kStems), std::end(kStems),
                     [&](std::string_view stem) { return letters.text().find(stem) != std::string_view::npos; });
}

bool IsNameOfCancelling(std::string_view name) {
  constexpr std::string_view kBefore[] = {"datetime", "dateof", "datum", "date", "is", "was"};
  constexpr std::string_view kCancelled[] = {
      "cancelled",   "canceled",     "cancellation",   "cancel",        "voided",       "void",       "stornierungs",
      "stornierung", "storniert",    "storno",         "annullierungs", "annullierung", "annulliert", "annulled",
      "annulment",   "annulation",   "annule",         "anulado",       "anulada",      "anulacion",  "annullato",
      "invalidated", "invalidation", "enteredinerror", "inerror",       "retracted",    "rejected",   "deleted",
      "deletion",    "duplicate",    "duplikat",       "dublette",      "doublon"};
  // By themselves these are of genes, of organs and of the bladder.
  constexpr std::string_view kOfOthersAlone[] = {"deletion", "rejected", "void"};
  // When, by whom and why.
  constexpr std::string_view kBehind[] = {"",        "date",  "dt", "dttm",  "datetime", "timestamp",
                                          "ts",      "at",    "on", "by",    "user",     "reason",
                                          "comment", "datum", "am", "grund", "von"};
  const Letters letters(name);
  std::string_view rest = letters.text();
  for (const std::string_view before : kBefore) {
    if (!rest.starts_with(before)) continue;
    rest.remove_prefix(before.size());
    break;
  }
  return std::any_of(std::begin(kCancelled), std::end(kCancelled), [&](std::string_view cancelled) {
    if (rest == cancelled && IsIn(kOfOthersAlone, rest) && rest.size() == letters.text().size()) return false;
    return rest.starts_with(cancelled) && IsIn(kBehind, rest.substr(cancelled.size()));
  });
}

bool IsNameOfLastContact(std::string_view name) {
  constexpr std::string_view kStems[] = {"lastcontact",
                                         "contactdate",
                                         "dateofcontact",
                                         "letzterkontakt",
                                         "ultimocontact",
                                         "derniercontact",
                                         "followup",
                                         "lastfu",
                                         "fudate",
                                         "lastseen",
                                         "lastvisit",
                                         "lastnews",
                                         "dernieresnouvelles",
                                         "dernirenouvelle",
                                         "derniresnouvelles",
                                         "censor",
                                         "lastalive",
                                         "lastknown",
                                         "lastobs",
                                         "ultimavisita",
                                         "letztevisite",
                                         "letzteinfo",
                                         "lastupdate",
                                         "ultimocontrol"};
  const Letters letters(name);
  return letters.text() == "ddn" || HasOneOf(letters.text(), kStems);
}

bool IsNameOfDeath(std::string_view name) {
  constexpr std::string_view kStems[] = {
      "death", "dead", "deceas", "died",  "dod",     "dth",   "mort",  "deces", "dcs",   "dcd",  "muert", "fallec",
      "defun", "tod",  "sterb",  "storb", "exitus",  "ableb", "obito", "bito",  "overl", "zgon", "smrt",  "mrt",
      "kuol",  "dde",  "decedu", "avlid", "deathdt", "expir", "halal", "hall",  "dtdc",  "fatal"};
  const Letters letters(name);
  return HasOneOf(letters.text(), kStems);
}

bool IsNameOfCases(std::string_view name) {
  constexpr std::string_view kNames[] = {
      "affected",          "affection", "affectionstatus", "affectedstatus", "affectstatus", "aff",
      "phenotype",         "phe",       "pheno",           "case",           "casecontrol",  "casestatus",
      "casecontrolstatus", "caco",      "diseasestatus",   "phenotypestatus"};
  return IsIn(kNames, Letters(name).text());
}

bool AsksWhetherReplaced(std::string_view name) {
  constexpr std::string_view kRows[] = {"is",      "was",  "record",     "row",     "entry", "person",
                                        "patient", "case", "individual", "subject", "sample"};
  constexpr std::string_view kReplaced[] = {"merged",    "deleted",  "superseded", "retracted",  "discarded",
                                            "destroyed", "gelscht",  "geloescht",  "cancelled",  "canceled",
                                            "voided",    "annulled", "storniert",  "annulliert", "invalidated",
                                            "duplicate", "duplikat", "dublette"};
  const Letters letters(name);
  std::string_view rest = letters.text();
  if (rest.ends_with("flag")) rest.remove_suffix(4);
  for (size_t words = 0; words < 3 && !IsIn(kReplaced, rest); ++words) {
    const auto* row =
        std::find_if(std::begin(kRows), std::end(kRows), [&](std::string_view word) { return rest.starts_with(word); });
    if (row == std::end(kRows)) return false;
    rest.remove_prefix(row->size());
  }
  return IsIn(kReplaced, rest);
}

bool AsksForCertainty(std::string_view name) {
  constexpr std::string_view kNames[] = {"status", "verification"};
  constexpr std::string_view kStems[] = {"verificationstatus", "diagnosisstatus", "diagstatus", "dxstatus",
                                         "conditionstatus",    "diseasestatus",   "confidence"};
  const Letters letters(name);
  return IsNameOfCertainty(name) || IsIn(kNames, letters.text()) ||
         std::any_of(std::begin(kStems), std::end(kStems),
                     [&](std::string_view stem) { return letters.text().find(stem) != std::string_view::npos; });
}

}  // namespace muster::import
