#include "engine/model/codes/several_codes.h"

#include <algorithm>
#include <cstddef>

#include "engine/model/codes/code_prefix.h"
#include "engine/model/text/text.h"

namespace muster::model {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// As of OMIM or SNOMED: digits that are no number of something.
bool LooksLikeNumber(std::string_view code) {
  return code.size() >= 5 && std::all_of(code.begin(), code.end(), IsDigit);
}

}  // namespace

bool LooksLikeIcd10(std::string_view code) {
  while (!code.empty() && (code.back() == '+' || code.back() == '*' || code.back() == '!' || code.back() == '-')) {
    code.remove_suffix(1);
  }
  if (code.size() < 3 || !IsAsciiAlpha(code[0]) || !IsDigit(code[1]) || !IsAsciiAlnum(code[2])) return false;
  if (code.size() == 3) return true;
  if (code[3] != '.' || code.size() == 4 || code.size() > 8) return false;
  return std::all_of(code.begin() + 4, code.end(), IsAsciiAlnum);
}

bool HasWordsAroundCode(std::string_view text) {
  constexpr std::string_view kBetween = " \t\n\r;,|()[]-";
  if (text.find_first_of(kBetween) == text.npos || text.find("//") != text.npos || text.starts_with("urn:"))
    return false;
  size_t codes = 0;
  bool words = false;
  for (size_t begin = 0; begin < text.size();) {
    begin = std::min(text.find_first_not_of(kBetween, begin), text.size());
    const size_t end = std::min(text.find_first_of(kBetween, begin), text.size());
    const std::string_view part = text.substr(begin, end - begin);
    begin = end;
    const size_t colon = part.find(':');
    const bool prefixed =
        colon != part.npos && colon + 1 < part.size() && FindCodePrefix(part.substr(0, colon)) != nullptr;
    // (B12 may be a vitamin.)
    const bool icd10 = part.size() > 4 && part.find('.') != part.npos && LooksLikeIcd10(part);
    if (prefixed || icd10) {
      ++codes;
    } else {
      words = words || std::count_if(part.begin(), part.end(), IsAsciiAlpha) > 2;
    }
  }
  return codes == 1 && words && text.find(" |") == text.npos;  // SNOMED writes labels so
}

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
