#include "engine/model/keyword.h"

#include <algorithm>
#include <iterator>

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

bool IsNullFlavour(std::string_view keyword) {
  static constexpr std::string_view kFlavours[] = {
      "unknown",       "not provided",   "not asked",      "asked but unknown",
      "not available", "not applicable", "not collected",  "not recorded",
      "missing",       "masked",         "no information", "unknown karyotype",
  };
  return std::find(std::begin(kFlavours), std::end(kFlavours), keyword) != std::end(kFlavours);
}

bool IsAbsentId(FieldId field, std::string_view word) {
  switch (field) {
    case field::kPerson:
    case field::kPedigreeFamily:
    case field::kPedigreeMember:
    case field::kPedigreeMother:
    case field::kPedigreeFather:
      return IsNullFlavour(NormalizeKeyword(word));
    default:
      return false;
  }
}

}  // namespace muster::model
