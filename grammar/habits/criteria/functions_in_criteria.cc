#include "grammar/habits/criteria/functions_in_criteria.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace muster::grammar {
namespace {

// Where an argument ends that begins with token `i`.
int EndOfArgument(const HabitTokens& tokens, int i) {
  int open = 0;
  for (; !tokens[i].empty() && tokens[i] != ";"; ++i) {
    if (tokens[i] == "(") ++open;
    if (tokens[i] == ")" && --open < 0) return i;
    if (open == 0 && tokens[i] == ",") return i;
  }
  return i;
}

// COUNTIFS(sex, "female", country, "DE")
std::string CountIf(const HabitTokens& tokens, int name) {
  std::string criteria;
  for (int i = name + 2; tokens.IsWord(i);) {
    const int end = EndOfArgument(tokens, i);
    if (tokens[end] != ",") break;
    const int value = EndOfArgument(tokens, end + 1);
    if (value != end + 2) break;
    absl::StrAppend(&criteria, criteria.empty() ? "" : " and ", tokens.Join(i, end), " is ",
                    std::string(tokens[end + 1]));
    if (tokens[value] != ",") break;
    i = value + 1;
  }
  return absl::StrCat("write count individuals where ", criteria.empty() ? "sex is female" : criteria);
}

// is.na(country), sex %in% c("female", "male")
std::optional<std::string> FunctionOfR(const HabitTokens& tokens, int to_wrong) {
  if (tokens.Is(0, "is") && tokens[1] == "." && tokens.IsOneOf(2, {"na", "null"}) && tokens[3] == "(" &&
      to_wrong >= 0 && to_wrong <= 3) {
    return absl::StrCat("write ", tokens.AsWritten(4, EndOfArgument(tokens, 4)), " is missing");
  }
  if (to_wrong == 0 && tokens[0] == "%" && tokens.Is(1, "in") && tokens[2] == "%") {
    int begin = 0;
    while (begin > -4 && tokens.IsWord(begin - 1) && !tokens.BeginsCriterion(begin)) --begin;
    const int open = tokens.Is(3, "c") ? 4 : 3;
    if (tokens[open] != "(") return absl::StrCat("write ", tokens.Join(begin, 0), " in (A, B)");
    std::string values;
    for (int i = open + 1; !tokens[i].empty() && tokens[i] != ")" && tokens[i] != ";"; ++i) {
      absl::StrAppend(&values, values.empty() || tokens[i] == "," ? "" : " ", std::string(tokens[i]));
    }
    return absl::StrCat("write ", tokens.Join(begin, 0), " in (", values, ")");
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> HabitOfFunctions(const HabitTokens& tokens, int to_wrong) {
  const int count = tokens[0] == "=" ? 1 : 0;  // =COUNTIF(
  if (tokens.IsOneOf(count, {"countif", "countifs", "sumif", "sumifs"}) && to_wrong == 0 && tokens[count + 1] == "(") {
    return CountIf(tokens, count);
  }
  if (auto words = FunctionOfR(tokens, to_wrong)) return words;
  if (to_wrong < 0 || to_wrong > 1 || !tokens.IsWord(0) || tokens[1] != "(") return std::nullopt;
  const std::string name = absl::AsciiStrToLower(std::string(tokens[0]));
  if (!tokens.BeginsCriterion(0)) return std::nullopt;
  const int end = EndOfArgument(tokens, 2);
  const std::string first = tokens.AsWritten(2, end);
  if (tokens.IsOneOf(0, {"and", "or"}) && to_wrong == 0) {
    return absl::StrCat("write ", name, " between criteria: (A ", name, " B)");
  }
  if (tokens.Is(0, "exists")) return "has says that there is a record: write has sample, in place of exists (...)";
  if (tokens.IsOneOf(0, {"isblank", "isnull", "is_null", "isempty", "isna", "is.na", "missing"}) && !first.empty()) {
    return absl::StrCat("write ", first, " is missing");
  }
  if (tokens.IsOneOf(0, {"coalesce", "nvl", "ifnull", "if", "iif", "case"})) {
    return "leave it out: who has no value is asked for by is missing, such as sex is female or sex is missing";
  }
  if (tokens.IsOneOf(0, {"datediff", "timestampdiff", "date_diff", "datedif", "dateadd", "date_sub"})) {
    return "a time is compared with another: has disease \"...\" with diagnosed >= 18 years, or as of records, write "
           "has "
           "procedure \"...\" as surgery and has treatment \"...\" with start within 12 weeks after surgery.performed";
  }
  if (tokens.IsOneOf(0, {"year", "extract", "date_part", "month"})) {
    return "write the year or day itself: birth date >= 1980, or diagnosed >= 2015-01-01 behind has disease with";
  }
  if (tokens.IsOneOf(0, {"upper", "lower", "trim", "ucase", "lcase", "cast", "round"})) {
    return absl::StrCat("leave out ", name, ": ", first.empty() ? "a field" : first,
                        " is compared without regard to case and blanks");
  }
  return std::nullopt;
}

}  // namespace muster::grammar
