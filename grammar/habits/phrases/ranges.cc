#include "grammar/habits/phrases/ranges.h"

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

}  // namespace

std::string RangeOf(std::string_view name, std::string_view low, std::string_view high, std::string_view unit) {
  const std::string lower = absl::AsciiStrToLower(std::string(name));
  const bool age = lower == "age" || lower.starts_with("age ");
  std::string out(name);
  if (!out.empty()) out += ' ';
  if (age && (unit.empty() || IsYears(unit)) && IsWhole(low) && IsWhole(high)) {
    return absl::StrCat(out, "aged ", std::string(low), " to ", std::string(high));
  }
  return absl::StrCat(out, "between ", std::string(low), " and ", std::string(high), unit.empty() ? "" : " ",
                      std::string(unit));
}

}  // namespace muster::grammar
