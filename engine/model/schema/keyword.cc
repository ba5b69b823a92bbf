#include "engine/model/schema/keyword.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/model/text/composed.h"
#include "engine/model/text/digits.h"
#include "engine/model/text/missing_marker.h"
#include "engine/model/text/spreadsheet_number.h"
#include "engine/model/text/text.h"

namespace muster::model {

std::string NormalizeKeyword(std::string_view word) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const size_t begin = word.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return "";
  std::string out(word.substr(begin, word.find_last_not_of(kBlanks) - begin + 1));
  if (std::string in_one_form; IsComposedOtherwise(out, in_one_form)) out = std::move(in_one_form);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool IsId(FieldId field) {
  switch (field) {
    case field::kPerson:
    case field::kPedigreeFamily:
    case field::kPedigreeMember:
    case field::kPedigreeMother:
    case field::kPedigreeFather:
      return true;
    default:
      return false;
  }
}

std::string NormalizeWord(FieldId field, std::string_view word) {
  return IsId(field) ? std::string(Trim(word)) : NormalizeKeyword(word);
}

bool IgnoresSeparators(FieldId field) { return !IsId(field) && field != field::kDataset && field != field::kCohort; }

namespace {

bool IsSeparator(char c) { return c == ' ' || c == '_' || c == '-'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
// Of other alphabets as well.
bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::string WithBlanks(std::string word) {
  std::replace_if(word.begin(), word.end(), IsSeparator, ' ');
  return word;
}

bool AreOneButForSeparators(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           return x == y || (IsSeparator(x) && IsSeparator(y));
         });
}

bool GoesOnAfter(std::string_view word, std::string_view longer) {
  if (word.empty() || longer.size() <= word.size() || !AreOneButForSeparators(word, longer.substr(0, word.size()))) {
    return false;
  }
  const char last = word.back();
  const char next = longer[word.size()];
  return !(IsLetter(last) && IsLetter(next)) && !(IsDigit(last) && IsDigit(next));
}

namespace {

// "1234567890", "0123456789", "987654321".
bool IsCounting(std::string_view digits) {
  constexpr std::string_view kUp = "01234567890";
  constexpr std::string_view kDown = "9876543210";
  if (digits.size() < 8) return false;
  return kUp.starts_with(digits) || kUp.substr(1).starts_with(digits) || kDown.starts_with(digits);
}

// In place of a number, in small letters.
bool IsWordForNoNumber(std::string_view word) {
  constexpr std::string_view kWords[] = {"anonymous",       "anonym",    "anonymised", "anonymized",
                                         "unknown person",  "n/k",       "nk",         "see chart",
                                         "unknown patient", "see notes", "no number",  "no nhs number",
                                         "keine nummer",    "unbekannt", "inconnu",    "desconocido"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

// What people write where a person has no number: 0, -1, 9999999999, XXXX, XXX-XX-XXXX, 123-45-6789, "anonymous". Short
// numbers of one digit may be true. Of a rounded number nobody knows whose it was.
bool IsDummyNumber(std::string_view written) {
  written = Trim(written);
  if (written == "-1" || IsRoundedNumber(written) || IsWordForNoNumber(ToLower(written))) return true;
  std::string word;
  for (const char c : written) {
    if (c != '-' && c != ' ' && c != '.' && c != '/') word.push_back(c);
  }
  if (IsCounting(word)) return true;
  if (word.empty() || word.find_first_not_of(word.front()) != std::string::npos) return false;
  const char c = word.front();
  if (c == '0') return true;
  if (c == 'x' || c == 'X' || c == '*') return word.size() >= 3;
  return c >= '1' && c <= '9' && word.size() >= 8;
}

// Pedigree files write 0 for a parent who is not in the family, and statistics programs -9, -1 or -99.
bool IsNoParent(std::string_view word) {
  const bool negative = word.starts_with('-') && OnlyDigits(word.substr(1));
  return word == "0" || word == "?" || negative || IsWordForNoNumber(ToLower(word));
}

}  // namespace

bool IsAbsentId(FieldId field, std::string_view word) {
  if (!IsId(field)) return false;
  const bool parent = field == field::kPedigreeMother || field == field::kPedigreeFather;
  return IsNullFlavour(NormalizeKeyword(word)) || (field == field::kPerson && IsDummyNumber(word)) ||
         (parent && IsNoParent(Trim(word)));
}

}  // namespace muster::model
