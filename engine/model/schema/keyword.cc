#include "engine/model/schema/keyword.h"

#include "engine/model/text/missing_marker.h"
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

bool IsAbsentId(FieldId field, std::string_view word) { return IsId(field) && IsNullFlavour(NormalizeKeyword(word)); }

}  // namespace muster::model
