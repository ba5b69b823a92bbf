#include "grammar/text/pasted_signs.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace muster::grammar {
namespace {

struct Sign {
  std::string_view sign, name;
};

// Which cannot be told from a blank on a screen.
constexpr Sign kSpaces[] = {
    {"\u2000", "a wide space (U+2000)"},   {"\u2001", "a wide space (U+2001)"},
    {"\u2002", "an en space (U+2002)"},    {"\u2003", "an em space (U+2003)"},
    {"\u2004", "a narrow space (U+2004)"}, {"\u2005", "a narrow space (U+2005)"},
    {"\u2006", "a narrow space (U+2006)"}, {"\u2007", "a figure space (U+2007)"},
    {"\u2008", "a narrow space (U+2008)"}, {"\u2009", "a thin space (U+2009)"},
    {"\u200A", "a hair space (U+200A)"},   {"\u202F", "a narrow non-breaking space (U+202F)"},
    {"\u205F", "a narrow space (U+205F)"},
};

// Which cannot be seen.
constexpr Sign kWithoutWidth[] = {
    {"\u200B", "a zero-width space (U+200B)"},  {"\u200C", "a zero-width sign (U+200C)"},
    {"\u200D", "a zero-width joiner (U+200D)"}, {"\u200E", "a mark of direction (U+200E)"},
    {"\u200F", "a mark of direction (U+200F)"}, {"\u202A", "a mark of direction (U+202A)"},
    {"\u202C", "a mark of direction (U+202C)"}, {"\u2060", "a zero-width sign (U+2060)"},
};

constexpr Sign kDashes[] = {
    {"\u2010", "a typographic hyphen (U+2010)"}, {"\u2011", "a non-breaking hyphen (U+2011)"},
    {"\u2012", "a figure dash (U+2012)"},        {"\u2013", "an en dash (U+2013)"},
    {"\u2014", "an em dash (U+2014)"},           {"\u2212", "a minus sign (U+2212)"},
};

struct Ligature {
  std::string_view sign, letters;
};
constexpr Ligature kLigatures[] = {
    {"\uFB00", "ff"},  {"\uFB01", "fi"}, {"\uFB02", "fl"}, {"\uFB03", "ffi"},
    {"\uFB04", "ffl"}, {"\uFB05", "st"}, {"\uFB06", "st"},
};

template <size_t kSize>
std::string_view NameIn(const Sign (&signs)[kSize], std::string_view found) {
  const auto* sign =
      std::find_if(std::begin(signs), std::end(signs), [&](const Sign& one) { return one.sign == found; });
  return sign == std::end(signs) ? std::string_view() : sign->name;
}

bool IsOfCode(char c) {
  return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == ':' || c == '.' || c == '_' || c == '-';
}

// LOINC:8480-6 of a code that has another sign for its hyphen: `dash` at `begin`. Empty where it is no code.
std::string CodeWithHyphen(std::string_view text, size_t begin, size_t dash) {
  size_t first = begin, end = std::min(begin + dash, text.size());
  while (first > 0 && IsOfCode(text[first - 1])) --first;
  while (end < text.size() && absl::ascii_isdigit(static_cast<unsigned char>(text[end]))) ++end;
  const std::string_view before = text.substr(first, begin - first);
  const size_t colon = before.find(':');
  const bool code = colon != std::string_view::npos && colon > 0 && colon + 1 < before.size() &&
                    absl::ascii_isalpha(static_cast<unsigned char>(before[0])) && end > begin + dash;
  return code ? absl::StrCat(std::string(before), "-", std::string(text.substr(begin + dash, end - begin - dash))) : "";
}

}  // namespace

std::string InPlaceOfPasted(std::string_view found, std::string_view text, size_t begin) {
  if (const std::string_view space = NameIn(kSpaces, found); !space.empty()) {
    return absl::StrCat("this is ", std::string(space), ", which looks like a blank: write a blank");
  }
  if (const std::string_view unseen = NameIn(kWithoutWidth, found); !unseen.empty()) {
    return absl::StrCat("this is ", std::string(unseen), ", which cannot be seen: leave it out");
  }
  const std::string_view dash = NameIn(kDashes, found);
  if (dash.empty()) return "";
  const std::string code = CodeWithHyphen(text, begin, found.size());
  if (!code.empty()) return absl::StrCat("this is ", std::string(dash), ": write the code with a hyphen, ", code);
  const bool hyphen = found == "\u2010" || found == "\u2011";
  return hyphen ? absl::StrCat("this is ", std::string(dash), ": write a hyphen, -") : "";
}

std::string InPlaceOfLigatures(std::string_view words) {
  std::string plain(words);
  std::string said;
  for (const Ligature& ligature : kLigatures) {
    const std::string letters(ligature.letters);
    for (size_t at = plain.find(ligature.sign); at != std::string::npos; at = plain.find(ligature.sign, at)) {
      plain.replace(at, ligature.sign.size(), letters);
      if (said.empty()) said = absl::StrCat("\"", std::string(ligature.sign), "\" is one character for ", letters);
    }
  }
  return said.empty() ? "" : absl::StrCat(said, ", as it was printed: write \"", plain, "\"");
}

}  // namespace muster::grammar
