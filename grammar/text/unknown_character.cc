#include "grammar/text/unknown_character.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/ascii.h"
#include "grammar/text/apostrophe.h"
#include "grammar/text/pasted_signs.h"

namespace muster::grammar {
namespace {

constexpr std::string_view kLeaveOut = "leave it out";
constexpr std::string_view kWriteAnd = "write and between criteria";
constexpr std::string_view kStraightQuotes = "write straight quotes: \"Seizure\"";

struct Character {
  std::string_view found, hint;
};

// Which are meant as the same wherever they are.
constexpr Character kCharacters[] = {
    {"\u201C", kStraightQuotes},
    {"\u201D", kStraightQuotes},
    {"\u201E", kStraightQuotes},
    {"\u2018", kStraightQuotes},
    {"\u2019", kStraightQuotes},
    {"\u201A", kStraightQuotes},
    {"\u00AB", kStraightQuotes},
    {"\u00BB", kStraightQuotes},
    {"\u00B2", "write 2 or 3: kg/m2"},
    {"\u00B3", "write 2 or 3: kg/m2"},
    {"\u00B0", "write degrees Celsius as Cel: >= 38 Cel"},
    {"\u2215", "write /"},
    {"\u2044", "write /"},
    {"\u2A7E", "write >="},
    {"\u2A7D", "write <="},
    {"\u00BF", kLeaveOut},
    {"\u00A1", kLeaveOut},
    {"|", "write or"},
    {"?", "leave it out; a statement ends with ; or with the text"},
    {"#", "a comment begins with --"},
    {"/", "a comment begins with --"},
    {":", "leave it out: criteria stand behind where, alternatives in (..., ...)"},
};

bool IsDigit(char c) { return absl::ascii_isdigit(static_cast<unsigned char>(c)); }
bool IsLetter(char c) { return absl::ascii_isalpha(static_cast<unsigned char>(c)); }

// A character and the text on both sides of it.
struct Place {
  std::string_view found;
  std::string_view before;
  std::string_view behind;

  bool IsFirst() const { return before.find_last_not_of(" \t\r\n") == before.npos; }
  bool IsBehindNumber() const { return !before.empty() && IsDigit(before.back()); }
  bool IsBeforeNumber() const {
    const size_t next = behind.find_first_not_of(" \t");
    return next != behind.npos && IsDigit(behind[next]);
  }
};

// Inclusion criteria: at the beginning of a line.
constexpr std::string_view kHeading =
    "leave the heading out, and numbers and dashes before criteria: count individuals where ... and ...";
bool IsHeading(std::string_view before) {
  const std::string line = absl::AsciiStrToLower(std::string(before.substr(before.find_last_of("\r\n") + 1)));
  return line.ends_with("criteria") || line.ends_with("inclusion") || line.ends_with("exclusion");
}

// Of a web page: "&gt;".
std::string_view ForAmpersand(const Place& place) {
  if (place.behind.starts_with("quot;")) return "write a straight quotation mark: \"";
  if (place.behind.starts_with("gt;")) return "write >";
  if (place.behind.starts_with("lt;")) return "write <";
  return "write and";
}

std::string_view ForExclamationMark(const Place& place) {
  if (place.behind.starts_with("is.na(")) return "write is recorded behind the field: country is recorded";
  return place.behind.find_first_not_of(" \t\r\n!;") == place.behind.npos ? kLeaveOut : "write not";
}

// "having count(*)", "/* a comment */", "count(*)".
std::string_view ForAsterisk(const Place& place) {
  for (const std::string_view limit : {"reference high", "reference low"}) {  // reference high * 3
    const size_t end = place.before.find_last_not_of(" \t");
    if (end != place.before.npos && place.before.substr(0, end + 1).ends_with(limit)) {
      return "the number stands in front: 3 times reference high";
    }
  }
  constexpr size_t kNear = 40;
  const size_t open = place.before.find_last_not_of(" \t");
  if (open != place.before.npos && place.before[open] == '(') {
    const std::string_view near = place.before.substr(place.before.size() - std::min(place.before.size(), kNear));
    if (absl::AsciiStrToLower(std::string(near)).rfind("having") != std::string::npos) {
      return "write having individuals > 10, or another entity and number";
    }
  }
  return place.before.ends_with('/') ? "a comment begins with --"
                                     : "say what is counted: count individuals where ... by ...";
}

// "ER+", "18+", "A + B".
std::string_view ForPlus(const Place& place) {
  const size_t blank = place.before.find_last_of(" \t\n(");
  const size_t first = blank == place.before.npos ? 0 : blank + 1;
  if (first < place.before.size() && absl::ascii_isupper(static_cast<unsigned char>(place.before[first]))) {
    return "of a test write has measurement \"...\" with coded value is positive";
  }
  return place.IsBehindNumber() ? "write >= and the number before it, with its unit: age at last contact >= 18 years"
                                : kWriteAnd;
}

// where - has disease "melanoma"
bool BeginsCriteria(std::string_view before) {
  const size_t end = before.find_last_not_of(" \t\r\n");
  return end != before.npos && absl::AsciiStrToLower(std::string(before.substr(0, end + 1))).ends_with(" where");
}

// "18-65", "b.value - 5", and what begins an item of a list.
std::string_view ForDash(const Place& place) {
  if (BeginsCriteria(place.before)) return "leave it out: criteria stand without dashes, joined by and or or";
  if (place.IsFirst() && place.found != "\u2014") {
    return "leave it out: a statement begins with its verb: count individuals where ... and ...";
  }
  if (place.found == "\u00B7" && place.IsBehindNumber() && place.IsBeforeNumber()) return "write a decimal point: 1.5";
  if (place.IsBeforeNumber()) {
    const size_t before = place.before.find_last_not_of(" \t");
    const bool behind_letter = before != place.before.npos && IsLetter(place.before[before]);
    return place.found == "-" && behind_letter
               ? "numbers of records are not added or subtracted; they can be multiplied: 0.9 times a.value"
               : "write a range in words: aged 18 to 65, or between 7 and 10 %";
  }
  return place.IsBehindNumber() ? "write in bands of 10 years" : kWriteAnd;
}

std::string_view HintFor(const Place& place) {
  if (place.found == ":" && IsHeading(place.before)) return kHeading;
  const auto* same = std::find_if(std::begin(kCharacters), std::end(kCharacters),
                                  [&](const Character& known) { return known.found == place.found; });
  if (same != std::end(kCharacters)) return same->hint;
  if (place.found == "&") return ForAmpersand(place);
  if (place.found == "!") return ForExclamationMark(place);
  if (place.found == "*") return ForAsterisk(place);
  if (place.found == "+") return ForPlus(place);
  for (const std::string_view dash : {"-", "\u2022", "\u2013", "\u2014", "\u00B7"}) {
    if (place.found == dash) return ForDash(place);
  }
  return "";
}

}  // namespace

std::string HintForCharacter(std::string_view found, std::string_view text, size_t begin) {
  if (found == "|" && text.substr(begin).starts_with("|>")) {  // a pipe of R
    return "criteria stand behind where: count individuals where sex is female";
  }
  if (found == "\u2019") {  // Huntington's with a curly apostrophe
    if (std::string hint = HintForApostrophe(text, begin); !hint.empty()) return hint;
  }
  std::string pasted = InPlaceOfPasted(found, text, begin);
  if (!pasted.empty()) return pasted;
  return std::string(HintFor({found, text.substr(0, begin), text.substr(std::min(begin + found.size(), text.size()))}));
}

}  // namespace muster::grammar
