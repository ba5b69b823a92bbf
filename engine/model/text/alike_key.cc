#include "engine/model/text/alike_key.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "engine/model/text/blank.h"
#include "engine/model/text/plain_text.h"
#include "engine/model/text/text.h"

namespace muster::model {
namespace {

// Letters without their accents: of U+00C0 to U+00FF; 0 for those that have none.
constexpr char kLatin1[] =
    "aaaaaa\0ceeeeiiii\0nooooo\0\0uuuuy\0\0"
    "aaaaaa\0ceeeeiiii\0nooooo\0\0uuuuy\0y";

static_assert(sizeof kLatin1 == 65);

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

// Full-width letters and digits are plain ones. Accents that stand behind their letter (U+0300 to U+036F) go, and
// letters that have one are written without.
std::string WithoutAccentsAndWidth(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto first = static_cast<unsigned char>(text[i]);
    const auto second = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
    if (first == 0xCC || (first == 0xCD && second < 0xB0)) {
      ++i;
    } else if (first == 0xC3 && second >= 0x80 && second < 0xC0 && kLatin1[second - 0x80] != 0) {
      out.push_back(kLatin1[second - 0x80]);
      ++i;
    } else if (first == 0xEF && i + 2 < text.size() && (second == 0xBC || second == 0xBD)) {
      // U+FF01 to U+FF5E are the ASCII characters from '!' on, as wide as Chinese ones.
      const unsigned wide = (second - 0xBCu) * 64 + (static_cast<unsigned char>(text[i + 2]) & 0x3F);
      if (wide >= 1 && wide <= 0x5E) {
        out.push_back(static_cast<char>(0x20 + wide));
      } else {
        out.append(text.substr(i, 3));
      }
      i += 2;
    } else {
      out.push_back(text[i]);
    }
  }
  return out;
}

}  // namespace

namespace {

constexpr size_t kLongNumber = 8;

// The digits of a long number without zeros at its front, which people write in groups and programs in quotation marks:
// "9434765919" of "943 476 5919" and "'9434765919". "" of what is none.
std::string LongNumber(std::string_view id) {
  constexpr std::string_view kAround = "'\"{}";
  while (!id.empty() && kAround.find(id.front()) != std::string_view::npos) id.remove_prefix(1);
  while (!id.empty() && kAround.find(id.back()) != std::string_view::npos) id.remove_suffix(1);
  std::string digits;
  bool behind_digit = false;
  for (const char c : id) {
    const bool digit = IsAsciiDigit(c);
    if (!digit && (!behind_digit || (c != ' ' && c != '-' && c != '_'))) return "";
    if (digit && (c != '0' || !digits.empty())) digits.push_back(c);
    behind_digit = digit;
  }
  return behind_digit && digits.size() >= kLongNumber ? digits : "";
}

// How people write a long number in groups: a number of the NHS, of social security, a date of birth and what is behind
// it.
std::vector<std::string> InGroups(std::string_view digits) {
  constexpr std::array<std::array<size_t, 4>, 8> kGroups = {
      {{3, 3, 4}, {6, 4}, {3, 2, 4}, {3, 3, 3}, {6, 5}, {3, 3, 3, 2}, {8, 4}, {4, 2, 2, 4}}};
  std::vector<std::string> spellings;
  for (const std::array<size_t, 4>& groups : kGroups) {
    if (std::accumulate(groups.begin(), groups.end(), size_t{0}) != digits.size()) continue;
    for (const char separator : {' ', '-'}) {
      std::string spelling;
      size_t at = 0;
      for (const size_t group : groups) {
        if (group == 0) break;
        if (at > 0) spelling.push_back(separator);
        spelling.append(digits.substr(at, group));
        at += group;
      }
      spellings.push_back(std::move(spelling));
    }
  }
  return spellings;
}

}  // namespace

std::string AlikeKey(std::string_view id) {
  std::string plain;
  if (!IsAscii(id)) {
    plain = WithoutAccentsAndWidth(PlainText(id));
    id = plain;
  }
  id = TrimAll(id);
  if (const size_t point = id.find('.'); point != std::string_view::npos && point + 1 < id.size() &&
                                         id.find_first_not_of("0", point + 1) == std::string_view::npos) {
    id = id.substr(0, point);
  }
  if (std::string number = LongNumber(id); !number.empty()) return number;
  const auto is_digit = [&](size_t at) { return at < id.size() && id[at] >= '0' && id[at] <= '9'; };
  std::string key;
  bool in_number = false;  // behind its zeros at the front
  for (size_t i = 0; i < id.size(); ++i) {
    const bool separator = id[i] == '-' || id[i] == '_' || id[i] == ' ';
    if (is_digit(i)) {
      in_number = in_number || id[i] != '0';
      if (in_number) key.push_back(id[i]);
    } else {
      in_number = false;
      if (!separator || (i > 0 && is_digit(i - 1) && is_digit(i + 1))) {
        key.push_back(separator ? '-' : AsciiLower(id[i]));
      }
    }
  }
  return key;
}

std::vector<std::string> AlikeSpellings(std::string_view id) {
  constexpr size_t kMostDigits = 8;
  constexpr size_t kMostZeros = 3;  // before longer numbers
  constexpr size_t kLongest = 64;
  std::vector<std::string> spellings;
  if (id.size() > kLongest) return spellings;
  const std::string key = AlikeKey(id);
  const auto add = [&](std::string spelling) {
    if (spelling == id || AlikeKey(spelling) != key) return;
    if (std::find(spellings.begin(), spellings.end(), spelling) == spellings.end()) {
      spellings.push_back(std::move(spelling));
    }
  };
  const auto add_in_each_case = [&](const std::string& text) {
    std::string upper = text;
    std::transform(upper.begin(), upper.end(), upper.begin(), AsciiUpper);
    add(ToLower(text));
    add(std::move(upper));
    add(text);
  };
  std::string plain(TrimAll(id));
  add_in_each_case(plain);
  if (!IsAscii(plain)) {  // with wide letters, accents, or blanks that nobody sees
    plain = WithoutAccentsAndWidth(PlainText(id));
    plain = std::string(TrimAll(plain));
    add_in_each_case(plain);
  }
  add(plain + " ");
  add(plain + ".0");
  std::string closed = plain;
  std::erase_if(closed, [](char c) { return c == '-' || c == '_' || c == ' '; });
  add_in_each_case(closed);
  if (const std::string number = LongNumber(plain); !number.empty()) {
    add("'" + number);
    // A spreadsheet takes zeros off: a CPR of 0105801234 becomes 105801234.
    for (size_t zeros = 0; zeros <= kMostZeros; ++zeros) {
      const std::string padded = std::string(zeros, '0') + number;
      add(padded);
      for (std::string& spelling : InGroups(padded)) add(std::move(spelling));
    }
  }
  // "P-001": letters, and a number at the end.
  const std::string whole = plain.ends_with(".0") ? plain.substr(0, plain.size() - 2) : plain;
  size_t begin = whole.size();
  while (begin > 0 && IsAsciiDigit(whole[begin - 1])) --begin;
  std::string number = whole.substr(begin);
  std::string letters = whole.substr(0, begin);
  if (number.empty()) return spellings;
  while (!letters.empty() && std::string_view("-_ ").find(letters.back()) != std::string_view::npos) letters.pop_back();
  number.erase(0, std::min(number.find_first_not_of('0'), number.size() - 1));
  for (const std::string_view separator : {"", "-", "_"}) {
    if (letters.empty() && !separator.empty()) break;
    for (size_t digits = number.size(); digits <= std::max(number.size(), kMostDigits); ++digits) {
      add_in_each_case(Concat({letters, separator, std::string(digits - number.size(), '0'), number}));
    }
  }
  return spellings;
}

}  // namespace muster::model
