#include "engine/model/codes/several_codes.h"

#include <algorithm>
#include <cstddef>

#include "engine/model/codes/code_prefix.h"
#include "engine/model/text/text.h"

namespace muster::model {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// As of ICD-10: a letter, a digit, a digit or letter, and perhaps a point with what follows.
bool LooksLikeIcd10(std::string_view code) {
  while (!code.empty() && (code.back() == '+' || code.back() == '*' || code.back() == '!' || code.back() == '-')) {
    code.remove_suffix(1);
  }
  if (code.size() < 3 || !IsAsciiAlpha(code[0]) || !IsDigit(code[1]) || !IsAsciiAlnum(code[2])) return false;
  if (code.size() == 3) return true;
  if (code[3] != '.' || code.size() == 4 || code.size() > 8) return false;
  return std::all_of(code.begin() + 4, code.end(), IsAsciiAlnum);
}

// As of OMIM or SNOMED: digits that are no number of something.
bool LooksLikeNumber(std::string_view code) {
  return code.size() >= 5 && std::all_of(code.begin(), code.end(), IsDigit);
}

}  // namespace

bool HasSeveralCodes(std::string_view text) {
  constexpr std::string_view kBetween = " \t\n\r;,|/";
  constexpr size_t kShortest = 7;  // "E11 I10"
  if (text.size() < kShortest || text.find_first_of(kBetween) == text.npos) return false;
  if (text.find("//") != text.npos || text.starts_with("urn:")) return false;  // an address
  size_t parts = 0;
  size_t prefixed = 0;
  size_t icd10 = 0;
  size_t numbers = 0;
  for (size_t begin = 0; begin < text.size();) {
    begin = std::min(text.find_first_not_of(kBetween, begin), text.size());
    const size_t end = std::min(text.find_first_of(kBetween, begin), text.size());
    std::string_view part = text.substr(begin, end - begin);
    begin = end;
    if (part.empty()) break;
    const size_t colon = part.find(':');
    if (colon != part.npos && FindCodePrefix(part.substr(0, colon)) != nullptr) {
      part.remove_prefix(colon + 1);
      ++prefixed;
      if (part.empty()) continue;  // "OMIM: 125853"
    }
    ++parts;
    icd10 += LooksLikeIcd10(part) ? 1 : 0;
    numbers += LooksLikeNumber(part) ? 1 : 0;
  }
  return prefixed > 1 || (parts > 1 && (icd10 == parts || numbers == parts));
}

}  // namespace muster::model
