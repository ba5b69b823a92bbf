#include "engine/import/table/columns/unread_column.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "engine/import/record/polarity_word.h"
#include "engine/import/record/remarks.h"
#include "engine/import/record/rules/certainty_word.h"
#include "engine/import/record/rules/words/consent_word.h"
#include "engine/import/record/rules/words/void_word.h"
#include "engine/model/codes/several_codes.h"
#include "engine/model/codes/tumour_behaviour.h"
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

// Whether `word` stands in the name by itself, "cie" in "CIE-10" and in "codigo_cie", and not in "species".
bool HasWord(std::string_view name, std::string_view word) {
  const std::string text = model::ToLower(name);
  for (size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    const size_t end = at + word.size();
    const bool begins = at == 0 || !model::IsAsciiAlpha(text[at - 1]);
    if (begins && (end == text.size() || !model::IsAsciiAlpha(text[end]))) return true;
  }
  return false;
}

// "DR", "DAS2" and "ND" of hospitals, "dx3", "diag_sec", "ICD_2". (An ICD may be a defibrillator.)
bool IsNameOfDiagnoses(std::string_view name) {
  constexpr std::string_view kNames[] = {"dr", "das", "dp", "hd", "nd", "dx", "sdx", "pdx", "icd", "dgn", "dg", "dad"};
  constexpr std::string_view kStems[] = {"diag", "icd", "cim10", "cie10", "comorb", "dxcode", "disease"};
  constexpr std::string_view kDevices[] = {"implant", "device", "shock", "pacemaker", "serial"};
  const Letters letters(name);
  if (HasOneOf(letters.text(), kDevices)) return false;
  return IsIn(kNames, letters.text()) || HasOneOf(letters.text(), kStems) || HasWord(name, "cim") ||
         HasWord(name, "cie");
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
  const bool looks = words_.size() <= kMostWords;
  const bool is_new = looks && std::find(words_.begin(), words_.end(), cell) == words_.end();
  repeats_ = repeats_ || (looks && !is_new);
  if (is_new) {
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
  const std::string_view trimmed = model::Trim(cell);
  zeros_ = zeros_ && trimmed == "0";
  has_zero_ = has_zero_ || trimmed == "0" || trimmed == "0.0" || trimmed == "0,0";
  if (morphologies_) {
    const std::string_view behaviour = model::BehaviourOfMorphology(cell);
    morphologies_ = !behaviour.empty();
    slashes_ = slashes_ && cell.find('/') != cell.npos;
    if (morphologies_ && other_behaviour_.empty() && !model::IsMalignantPrimary(behaviour)) {
      other_behaviour_ = Shown(cell, 80);
    }
  }
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
  // What PCORnet has beside results that are texts, or of which nothing is known; by themselves, or beside NE, states.
  constexpr std::string_view kBeside[] = {"TX", "OT", "NI", "UN"};
  bool certain = false;
  bool beside = false;
  bool others = false;  // besides NE
  for (const std::string& word : words_) {
    const std::string_view cell = model::Trim(word);
    beside = beside || IsIn(kBeside, cell);
    if (IsIn(kBeside, cell)) continue;
    if (!IsIn(kSigns, cell) && !IsIn(kCodes, cell) && !IsIn(kSingle, cell)) return false;
    certain = certain || (!IsIn(kSingle, cell) && !IsIn(kEqual, cell));
    others = others || (cell != "NE" && !IsIn(kSingle, cell));
  }
  return cells_ > 0 && certain && (!beside || others);
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

bool UnreadColumn::HasWithdrawals() const {
  return HasFewWords() && std::any_of(words_.begin(), words_.end(), NamesRefusedConsent);
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

bool UnreadColumn::HasBareIcd10(std::string_view name) const {
  const auto is_code = [](const std::string& word) { return model::LooksLikeIcd10(word); };
  // (A12 may be a ward, a well or a visit.)
  const auto has_point = [](const std::string& word) { return word.find('.') != word.npos; };
  if (cells_ == 0) return false;
  if (std::all_of(words_.begin(), words_.end(), is_code) && std::any_of(words_.begin(), words_.end(), has_point)) {
    return true;
  }
  const auto is_plain_code = [](const std::string& word) {
    const std::string_view code = model::Trim(word);
    if (code.size() < 3 || code.size() > 7) return false;
    return code[0] >= 'A' && code[0] <= 'Z' && model::IsAsciiDigit(code[1]) && model::IsAsciiDigit(code[2]) &&
           std::all_of(code.begin() + 3, code.end(), [](char c) {
             return model::IsAsciiDigit(c) || (c >= 'A' && c <= 'Z') || c == '.' || c == '+' || c == '*';
           });
  };
  const auto has_fourth = [](const std::string& word) { return model::Trim(word).size() > 3; };
  // What differs in each row is the number of something: D0001, D0002.
  if (HasWord(name, "id") && !repeats_) return false;
  return IsNameOfDiagnoses(name) && std::all_of(words_.begin(), words_.end(), is_plain_code) &&
         std::any_of(words_.begin(), words_.end(), has_fourth);
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

const std::string* UnreadColumn::OtherBehaviour(std::string_view name) const {
  constexpr std::string_view kStems[] = {"morph", "histo", "icdo", "tumo"};
  if (cells_ == 0 || !morphologies_ || other_behaviour_.empty()) return nullptr;
  return slashes_ || HasOneOf(Letters(name).text(), kStems) ? &other_behaviour_ : nullptr;
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

}  // namespace muster::import
