#include "grammar/text/pasted_terms.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace muster::grammar {
namespace {

bool IsAlpha(char c) { return absl::ascii_isalpha(static_cast<unsigned char>(c)); }

// HP:0001250, LOINC:8480-6.
bool IsOfCodes(char c) {
  return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == ':' || c == '.' || c == '_' || c == '-';
}

// HP:0001250 of HP_0001250, obo/HP_0001250, HP:0001250; empty where the last part of an address is no code.
std::string CodeOfAddress(std::string_view address) {
  std::string_view last = address.substr(address.find_last_of("/#=") + 1);
  const size_t sign = last.find_first_of("_:");
  if (sign == last.npos || sign == 0 || sign + 1 == last.size()) return "";
  if (!std::all_of(last.begin(), last.begin() + static_cast<std::ptrdiff_t>(sign), IsAlpha)) return "";
  if (!std::all_of(last.begin(), last.end(), IsOfCodes)) return "";
  return absl::StrCat(std::string(last.substr(0, sign)), ":", std::string(last.substr(sign + 1)));
}

// `at` is the colon of an address.
std::string InPlaceOfAddress(std::string_view text, size_t at) {
  constexpr std::string_view kEnds = " \t\r\n\"'();,<>";
  if (!text.substr(at).starts_with("://")) return "";
  const size_t end = std::min(text.find_first_of(kEnds, at), text.size());
  const std::string code = CodeOfAddress(text.substr(at + 3, end - at - 3));
  return code.empty() ? "a term is written by its code, such as HP:0001250, and not by its address"
                      : absl::StrCat("write its code: ", code);
}

std::string_view Trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t";
  const size_t first = text.find_first_not_of(kBlanks);
  return first == text.npos ? std::string_view() : text.substr(first, text.find_last_not_of(kBlanks) + 1 - first);
}

// The code that `before` ends with.
std::string_view CodeAtEnd(std::string_view before) {
  before = Trimmed(before);
  size_t begin = before.size();
  while (begin > 0 && IsOfCodes(before[begin - 1])) --begin;
  const std::string_view code = before.substr(begin);
  const size_t colon = code.find(':');
  return colon == code.npos || colon == 0 || colon + 1 == code.size() || !IsAlpha(code[0]) ? std::string_view() : code;
}

// The label that `behind` begins with: words up to the end of the line, a sign or a word that joins criteria.
std::string_view LabelAtBegin(std::string_view behind) {
  behind = Trimmed(behind.substr(0, behind.find_first_of("|()[];,\"\r\n<>=")));
  const std::string lower = absl::AsciiStrToLower(std::string(behind));
  size_t end = lower.size();
  for (const std::string_view word : {" and ", " or ", " with ", " by ", " but ", " except ", " as ", " having "}) {
    end = std::min(end, lower.find(word));
  }
  behind = behind.substr(0, end);
  for (const std::string_view word : {"and", "or", "with", "by", "but", "except", "as", "not", "no", "has", "in"}) {
    if (lower.starts_with(word) && (lower.size() == word.size() || lower[word.size()] == ' ')) return {};
  }
  return !behind.empty() && IsAlpha(behind[0]) ? behind : std::string_view();
}

}  // namespace

std::string InPlaceOfPastedTerm(std::string_view text, size_t at) {
  if (at < text.size() && text[at] == ':') {
    if (std::string address = InPlaceOfAddress(text, at); !address.empty()) return address;
  }
  for (const std::string_view sign : {"|", "-", "\u2013", "\u2014", ":"}) {
    if (!text.substr(at).starts_with(sign)) continue;
    const std::string_view code = CodeAtEnd(text.substr(0, at));
    const std::string_view label = LabelAtBegin(text.substr(at + sign.size()));
    if (code.empty() || label.empty() || label.find(":") != label.npos) return "";
    return absl::StrCat("write ", std::string(code), " \"", std::string(label), "\"");
  }
  return "";
}

}  // namespace muster::grammar
