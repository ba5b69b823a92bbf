#include "engine/model/schema/keyword.h"

#include "engine/model/text/missing_marker.h"
#include "engine/model/text/spreadsheet_number.h"
#include "engine/model/text/text.h"

namespace muster::model {

std::string NormalizeKeyword(std::string_view word) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const size_t begin = word.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return "";
  std::string out(word.substr(begin, word.find_last_not_of(kBlanks) - begin + 1));
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

namespace {

// What people write where a person has no number: 0, -1, 9999999999, XXXX. Short numbers of one digit may be true. Of
// a rounded number nobody knows whose it was.
bool IsDummyNumber(std::string_view word) {
  word = Trim(word);
  if (word == "-1" || IsRoundedNumber(word)) return true;
  if (word.empty() || word.find_first_not_of(word.front()) != word.npos) return false;
  const char c = word.front();
  if (c == '0') return true;
  if (c == 'x' || c == 'X' || c == '*') return word.size() >= 3;
  return c >= '1' && c <= '9' && word.size() >= 8;
}

}  // namespace

bool IsAbsentId(FieldId field, std::string_view word) {
  if (!IsId(field)) return false;
  // Pedigree files write 0 for a parent who is not in the family.
  const bool parent = field == field::kPedigreeMother || field == field::kPedigreeFather;
  return IsNullFlavour(NormalizeKeyword(word)) || (field == field::kPerson && IsDummyNumber(word)) ||
         (parent && Trim(word) == "0");
}

}  // namespace muster::model
