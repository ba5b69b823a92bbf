#include "grammar/habits/phrases/ranges.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace muster::grammar {
namespace {

bool IsWhole(std::string_view number) {
  return !number.empty() && number.find_first_not_of("0123456789") == std::string_view::npos;
}

bool IsYears(std::string_view unit) {
  const std::string lower = absl::AsciiStrToLower(std::string(unit));
  return lower == "years" || lower == "year" || lower == "y" || lower == "yr" || lower == "yrs";
}

// BMI, HbA1c: an abbreviation, which no field has for a name, but what is measured.
bool IsAbbreviation(std::string_view name) {
  const auto upper = std::count_if(name.begin(), name.end(),
                                   [](char c) { return absl::ascii_isupper(static_cast<unsigned char>(c)); });
  return upper >= 2 && name.find(' ') == std::string_view::npos;
}

}  // namespace

std::string RangeOf(std::string_view name, std::string_view low, std::string_view high, std::string_view unit) {
  const std::string lower = absl::AsciiStrToLower(std::string(name));
  const bool age = lower == "age" || lower.starts_with("age ");
  std::string out(name);
  if (!out.empty()) out += ' ';
  if (age && (unit.empty() || IsYears(unit)) && IsWhole(low) && IsWhole(high)) {
    return absl::StrCat(out, "aged ", std::string(low), " to ", std::string(high));
  }
  if (IsAbbreviation(name)) out = absl::StrCat("has measurement \"", std::string(name), "\" with value ");
  return absl::StrCat(out, "between ", std::string(low), " and ", std::string(high), unit.empty() ? "" : " ",
                      std::string(unit));
}

}  // namespace muster::grammar
