#include "grammar/habits/phrases/habits_of_numbers.h"

#include <cstdlib>
#include <string_view>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "grammar/habits/phrases/ranges.h"

namespace muster::grammar {
namespace {

// has 2 samples, has >= 2 samples, has more than 2 samples, has at least two samples, has 2 or more samples
std::optional<std::string> NumberOfRows(const HabitTokens& tokens, int) {
  if (!tokens.IsOneOf(0, {"has", "have"})) return std::nullopt;
  const bool least = tokens.Is(1, "at") && tokens.Is(2, "least");
  const bool most = tokens.Is(1, "at") && tokens.Is(2, "most");
  int number = 1;
  int more = 0;  // than the number written
  std::string how = "at least";
  if (tokens.IsOneOf(1, {">=", "\u2265"})) {
    number = 2;
  } else if (tokens.Is(1, ">") || (tokens.Is(1, "more") && tokens.Is(2, "than"))) {
    number = tokens.Is(1, ">") ? 2 : 3;
    more = 1;
  } else if (tokens.IsOneOf(1, {"<=", "\u2264"})) {
    number = 2;
    how = "at most";
  } else if (tokens.Is(1, "<") || (tokens.IsOneOf(1, {"less", "fewer"}) && tokens.Is(2, "than"))) {
    number = tokens.Is(1, "<") ? 2 : 3;
    how = "at most";
    more = -1;
  } else if (tokens.Is(1, "no") && tokens.IsOneOf(2, {"more", "less", "fewer"}) && tokens.Is(3, "than")) {
    number = 4;
    how = tokens.Is(2, "more") ? "at most" : "at least";
  } else if (tokens.Is(1, "up") && tokens.Is(2, "to")) {
    number = 3;
    how = "at most";
  } else if (tokens.Is(1, "between") && tokens.CountInWords(2) && tokens.Is(3, "and") && tokens.CountInWords(4)) {
    const std::string what = tokens.IsWord(5) ? absl::StrCat(" ", std::string(tokens[5])) : "";
    return absl::StrCat("write has at least ", *tokens.CountInWords(2), what, " and has at most ",
                        *tokens.CountInWords(4), what);
  } else if (tokens.IsOneOf(1, {"=", "exactly", "only"})) {
    number = 2;
    how = "exactly";
  } else if (least || most) {
    number = 3;
    how = least ? "at least" : "at most";
  }
  const std::optional<int> count = tokens.CountInWords(number);
  if (!count || *count + more < 0) return std::nullopt;
  // In digits these are words of the language.
  if ((least || most || tokens.Is(1, "exactly")) && tokens.Count(number)) return std::nullopt;
  int name = number + 1;
  if (tokens.Is(name, "or") && tokens.IsOneOf(name + 1, {"more", "fewer", "less"})) {
    how = tokens.Is(name + 1, "more") ? "at least" : "at most";
    name += 2;
  }
  if (tokens.IsOneOf(name, {"tumour", "tumor", "reference", "normal"}) &&  // has one tumour sample
      tokens.IsOneOf(name + 1, {"sample", "samples", "biosample", "biosamples", "specimen", "specimens"})) {
    return absl::StrCat("write has ", how, " ", *count + more, " sample with type is ",
                        tokens.IsOneOf(name, {"tumour", "tumor"}) ? "tumour" : "reference");
  }
  return absl::StrCat("write has ", how, " ", *count + more,
                      tokens.IsWord(name) ? absl::StrCat(" ", std::string(tokens[name])) : "");
}

// Where the criterion around token `i` ends: the and of `between 1 and 2` belongs to it.
int EndOfCriterion(const HabitTokens& tokens, int i) {
  constexpr int kMost = 14;
  bool between = false;
  int open = 0;
  for (const int begin = i; i < begin + kMost && !tokens[i].empty(); ++i) {
    if (tokens.Is(i, "between")) between = true;
    if (tokens[i] == "(") ++open;
    if (tokens[i] == ")" && --open < 0) return i;
    if (open == 0 && tokens.Is(i, "and") && between) {
      between = false;
    } else if (open == 0 && tokens.IsOneOf(i, {"and", "or", "but", "by", "having", "limit", ",", ";"})) {
      return i;
    }
  }
  return i;
}

// (phenotype "A", has sample) from token `open` on, with a has before each; "(...)" where it goes on too long.
std::string EachHas(const HabitTokens& tokens, int open) {
  std::string list = "(";
  for (int i = open + 1; i < open + 16 && !tokens[i].empty(); ++i) {
    if (tokens[i] == ")") return list + ")";
    const bool begins = tokens[i - 1] == "(" || tokens[i - 1] == ",";
    absl::StrAppend(&list, tokens[i] == "," || tokens[i - 1] == "(" ? "" : " ",
                    begins && tokens.IsEntity(i) ? "has " : "", std::string(tokens[i]));
  }
  return "(...)";
}

// has at least 2 of (phenotype "A", phenotype "B"): criteria are counted without has.
std::optional<std::string> HasSomeOf(const HabitTokens& tokens) {
  if (!tokens.IsOneOf(0, {"has", "have"})) return std::nullopt;
  int of = 1;
  if (tokens.Is(1, "at") && tokens.IsOneOf(2, {"least", "most"}) && tokens.CountInWords(3)) of = 4;
  if (tokens.Is(1, "exactly") && tokens.CountInWords(2)) of = 3;
  if (tokens.IsOneOf(1, {"none", "any", "all"}) || tokens.CountInWords(1)) of = 2;
  if (of == 1 || !tokens.Is(of, "of") || tokens[of + 1] != "(") return std::nullopt;
  const std::string list = EachHas(tokens, of + 1);
  if (tokens.Is(1, "all")) return "join criteria by and: (has ... and has ...)";
  const std::string how = tokens.Is(1, "none")  ? "none"
                          : of == 4             ? absl::StrCat(tokens.Join(1, 3), " ", *tokens.CountInWords(3))
                          : of == 3             ? absl::StrCat("exactly ", *tokens.CountInWords(2))
                          : tokens.Is(1, "any") ? "at least 1"
                                                : absl::StrCat("at least ", *tokens.CountInWords(1));
  return absl::StrCat("leave out has before it: write ", how, " of ", list);
}

// one of (sex is female, has sample); two or more of (...); at least two of (...); no more than 2 of (...)
std::optional<std::string> SomeOfSeveral(const HabitTokens& tokens, int to_wrong) {
  if (tokens.IsOneOf(0, {"all", "each"}) && tokens.Is(1, "of") && tokens.Is(2, "(")) {
    return "join criteria by and: (... and ...)";
  }
  if (tokens.Is(0, "any") && tokens.Is(1, "of") && tokens.Is(2, "(")) return "write at least 1 of (...)";
  if (tokens.Is(0, "no") && tokens.Is(1, "more") && tokens.Is(2, "than") && tokens.CountInWords(3) &&
      tokens.Is(4, "of")) {
    return absl::StrCat("write at most ", *tokens.CountInWords(3), " of (...)");
  }
  if (tokens.Is(0, "at") && tokens.IsOneOf(1, {"least", "most"}) && tokens.CountInWords(2)) {
    const std::string how = absl::StrCat(tokens.Join(0, 2), " ", *tokens.CountInWords(2));
    if (tokens.IsEntity(3) && tokens.BeginsCriterion(0)) {
      return absl::StrCat("write has ", how, " ", tokens.AsWritten(3, EndOfCriterion(tokens, 4)));
    }
    if (tokens.Is(3, "of") && !tokens.Count(2)) return absl::StrCat("write ", how, " of (...)");
  }
  if (tokens.Is(0, "exactly") && tokens.CountInWords(1) && tokens.IsEntity(2) && tokens.BeginsCriterion(0)) {
    return absl::StrCat("write has exactly ", *tokens.CountInWords(1), " ",
                        tokens.AsWritten(2, EndOfCriterion(tokens, 3)));
  }
  if (!tokens.CountInWords(0) || !tokens.BeginsCriterion(0) || to_wrong < 0) return std::nullopt;
  const bool more = tokens.Is(1, "or") && tokens.IsOneOf(2, {"more", "fewer", "less"});
  if (!tokens.Is(more ? 3 : 1, "of")) return std::nullopt;
  const int count = *tokens.CountInWords(0);
  if (more) return absl::StrCat("write ", tokens.Is(2, "more") ? "at least " : "at most ", count, " of (...)");
  return absl::StrCat("write at least ", count, " of (...), or exactly ", count, " of (...)");
}

// age at last contact 18-65; value 7 - 10 %; ECOG 0-1
std::optional<std::string> Range(const HabitTokens& tokens, int to_wrong) {
  if (std::abs(to_wrong) > (tokens.Is(-1, "between") ? 3 : 2) || !tokens.IsNumber(0)) return std::nullopt;
  const std::string_view low = tokens[0];
  const int unit_behind = tokens.IsWord(1) && !tokens.Is(1, "to") ? 1 : 0;  // from 6 months to under 18 years
  std::string high(tokens[1 + unit_behind]);
  int end = 2 + unit_behind;
  if (high == "-" || tokens.Is(1 + unit_behind, "to")) {
    const bool under = tokens.IsOneOf(end, {"under", "below", "less"});
    if (under) end += tokens.Is(end + 1, "than") ? 2 : 1;
    high = std::string(tokens[end]);
    if (under && tokens.IsNumber(end)) {
      const std::string unit(tokens.IsWord(end + 1) ? tokens[end + 1] : "");
      return absl::StrCat("write two comparisons: >= ", std::string(low), " ",
                          unit_behind != 0 ? std::string(tokens[1]) : unit, " and, of the same again, < ", high, " ",
                          unit);
    }
    ++end;
  } else if (unit_behind != 0) {
    return std::nullopt;
  } else if (high.size() > 1 && high[0] == '-') {
    high.erase(0, 1);
  } else {
    return std::nullopt;
  }
  if (high.empty() || !absl::ascii_isdigit(static_cast<unsigned char>(high[0]))) return std::nullopt;
  std::string unit(tokens.IsWord(end) && !tokens.IsOneOf(end, {"and", "or", "by"}) ? tokens[end] : "");
  if (tokens[end] == "%") unit = "%";
  int name = 0;
  while (tokens.IsWord(name - 1) &&
         !tokens.IsOneOf(name - 1, {"where", "and", "or", "not", "with", "is", "between", "from", "in"})) {
    --name;
  }
  // From 7 to 10 %, in 18 to 65: the word before belongs to the range.
  const int from = name == 0 && tokens.IsOneOf(-1, {"from", "in"}) ? -1 : 0;
  if (from != 0) name = -1;
  while (from != 0 && tokens.IsWord(name - 1) && !tokens.BeginsCriterion(name)) --name;
  if (unit.empty() && tokens.Is(name, "age")) unit = "years";
  return absl::StrCat("write ", RangeOf(tokens.Join(name, from), low, high, unit));
}

// BMI of at least 30 kg/m2; ECOG of 0 or 1; body mass index of 30 or more; measurement LOINC:4548-4 of 7 to 10 %
std::optional<std::string> BehindOf(const HabitTokens& tokens) {
  int begin = 0;
  bool term = false;
  while (begin > -8 && (tokens.IsWord(begin - 1) || tokens.IsTerm(begin - 1)) && !tokens.BeginsCriterion(begin)) {
    --begin;
    term = term || tokens.IsTerm(begin);
  }
  if (term && !tokens.EntityBefore(0).starts_with("measurement")) return std::nullopt;
  const std::string name = tokens.Join(begin, 0);
  const auto ends = [&](int i) {
    return tokens[i].empty() || tokens.IsOneOf(i, {"and", "or", "by", ")", ";", ",", "but"});
  };
  const auto unit = [&](int i) { return ends(i) ? std::string() : std::string(tokens[i]); };
  const auto amount = [&](int number) { return tokens.Join(number, ends(number + 1) ? number + 1 : number + 2); };
  if (tokens.Is(1, "at") && tokens.IsOneOf(2, {"least", "most"}) && tokens.IsNumber(3)) {
    return absl::StrCat("leave out of: ", name, " ", tokens.Join(1, 3), " ", amount(3));
  }
  if (tokens.Is(1, "between") && tokens.IsNumber(2) && tokens.Is(3, "and") && tokens.IsNumber(4)) {
    return absl::StrCat("write ", RangeOf(name, tokens[2], tokens[4], unit(5)));
  }
  if (!tokens.IsNumber(1)) return std::nullopt;
  if (tokens[2].size() > 1 && tokens[2][0] == '-' && tokens.IsNumber(2)) {  // of 7-10 %
    return absl::StrCat("write ", RangeOf(name, tokens[1], tokens[2].substr(1), unit(3)));
  }
  const int joint = ends(2) || tokens.Is(2, "to") ? 2 : 3;  // behind the unit, where there is one
  if (tokens.Is(joint, "or") && tokens.IsOneOf(joint + 1, {"more", "greater", "higher", "above", "over"})) {
    return absl::StrCat("write ", name, " >= ", tokens.Join(1, joint));
  }
  if (tokens.Is(joint, "or") && tokens.IsOneOf(joint + 1, {"less", "fewer", "lower", "below", "under"})) {
    return absl::StrCat("write ", name, " <= ", tokens.Join(1, joint));
  }
  if (tokens.IsNumber(joint + 1) && (tokens.Is(joint, "to") || (joint == 2 && tokens.Is(2, "or")))) {
    return absl::StrCat("write ", RangeOf(name, tokens[1], tokens[joint + 1], unit(joint + 2)));
  }
  return absl::StrCat("write ", name, " = ", amount(1));
}

// 3 x ULN, 3 times the upper limit of normal, 3 ULN, 30 U/L, from token `i` on, as it is written here; and where it
// ends.
std::string AmountAt(const HabitTokens& tokens, int* i) {
  const std::string number(tokens[*i]);
  int limit = *i + 1;
  if (tokens.IsOneOf(limit, {"x", "*", "times", "fold"})) ++limit;
  if (tokens.Is(limit, "the")) ++limit;
  const bool high = tokens.IsOneOf(limit, {"uln", "upper"}), low = tokens.IsOneOf(limit, {"lln", "lower"});
  if (!high && !low) {
    const bool unit = !tokens[*i + 1].empty() && !tokens.IsOneOf(*i + 1, {"and", "or", "by", ")", ";", ",", "but"});
    const int begin = *i;
    *i += unit ? 2 : 1;
    return tokens.Join(begin, *i);
  }
  *i = limit + 1;
  if (tokens.IsOneOf(limit, {"upper", "lower"})) {
    while (tokens.IsOneOf(*i, {"limit", "limits", "of", "normal"})) ++*i;
  }
  return absl::StrCat(number, " times reference ", high ? "high" : "low");
}

// AST and ALT > 3 x ULN; ALT > 3 x ULN: the names are of measurements.
std::optional<std::string> OfAnalytes(const HabitTokens& tokens, int to_wrong) {
  if (!tokens.BeginsCriterion(0) || !tokens.IsWord(0) || tokens.IsFieldWord(0) || to_wrong < 1 || to_wrong > 8 ||
      tokens.Is(-1, "with")) {
    return std::nullopt;
  }
  std::vector<std::string> names;
  std::string joint;
  int i = 0;
  const auto is_sign = [&](int at) { return tokens.IsOneOf(at, {"<", "<=", ">", ">="}); };
  while (names.size() < 4) {
    const int begin = i;
    while (tokens.IsWord(i) && i < begin + 3 && !tokens.IsFieldWord(i) &&
           !tokens.IsOneOf(i, {"and", "or", "has", "have", "no", "not", "is", "and/or", "in", "at", "with"})) {
      ++i;
    }
    if (i == begin) return std::nullopt;
    names.push_back(tokens.Join(begin, i));
    if (is_sign(i)) break;
    if (!tokens.IsOneOf(i, {"and", "or", "and/or"})) return std::nullopt;
    if (joint.empty()) joint = tokens.Is(i, "and") ? " and " : " or ";
    ++i;
  }
  if (!is_sign(i) || !tokens.IsNumber(i + 1)) return std::nullopt;
  const std::string sign(tokens[i]);
  ++i;
  const std::string amount = AmountAt(tokens, &i);
  const bool of_reference = amount.find("reference") != std::string::npos;
  if (names.size() < 2 && !of_reference) return std::nullopt;
  std::string out = "write ";
  for (const std::string& name : names) {
    absl::StrAppend(&out, &name == &names.front() ? "" : joint, "has measurement \"", name, "\" with value ", sign, " ",
                    amount);
  }
  return out;
}

// HbA1c above 7 %; depth more than 30; value equal to 5
std::optional<std::string> SignsInWords(const HabitTokens& tokens, int to_wrong) {
  if (std::abs(to_wrong) > 3 || tokens.BeginsCriterion(0) || tokens.IsOneOf(-1, {"has", "have", "no"})) {
    return std::nullopt;
  }
  const bool than = tokens.Is(1, "than");
  const bool to = tokens.Is(1, "to");
  const int number = than || to ? 2 : 1;
  std::string_view sign;
  if (tokens.IsOneOf(0, {"above", "over", "exceeds", "exceeding"})) sign = ">";
  if (tokens.IsOneOf(0, {"below", "under"})) sign = "<";
  if (than && tokens.IsOneOf(0, {"more", "greater", "higher", "larger", "older", "longer"})) sign = ">";
  if (than && tokens.IsOneOf(0, {"less", "fewer", "lower", "smaller", "younger", "shorter"})) sign = "<";
  if (to && tokens.Is(0, "equal")) sign = "=";
  if (to && tokens.Is(0, "up")) sign = "<=";
  if (tokens.IsOneOf(0, {"equals", "==", "eq"})) sign = "=";
  if (tokens.IsOneOf(0, {"ge", "gte"})) sign = ">=";
  if (tokens.IsOneOf(0, {"le", "lte"})) sign = "<=";
  if (tokens.Is(0, "gt")) sign = ">";
  if (tokens.Is(0, "lt")) sign = "<";
  if (tokens.Is(0, "is") && tokens.Is(1, "between")) return "leave out is: between A and B";
  if (tokens.Is(0, "of")) {
    if (auto words = BehindOf(tokens)) return words;
  }
  if (sign.empty() || !tokens.IsNumber(number)) return std::nullopt;
  return absl::StrCat("write ", std::string(sign), " ", std::string(tokens[number]), " instead of ",
                      tokens.Join(tokens.Is(-1, "is") ? -1 : 0, number + 1));
}

bool IsSign(const HabitTokens& tokens, int i) {
  return tokens.IsOneOf(i, {"<", "<=", ">", ">=", "=", "\u2264", "\u2265"});
}

// 18 <= age at last contact <= 65; 18 years <= age at last contact
std::string TurnedAround(const HabitTokens& tokens, int sign) {
  const int begin = sign + 1;
  int end = begin;
  while (tokens.IsWord(end) && !tokens.IsOneOf(end, {"and", "or"})) ++end;
  const std::string name = end > begin ? tokens.Join(begin, end) : "age at last contact";
  const std::string unit = sign == 2                 ? absl::StrCat(" ", std::string(tokens[1]))
                           : name.starts_with("age") ? " years"
                                                     : "";
  const auto turned = [&](int i) -> std::string {
    if (tokens.IsOneOf(i, {"<", ">"})) return tokens.Is(i, "<") ? ">" : "<";
    return tokens.IsOneOf(i, {"<=", "\u2264"}) ? ">=" : tokens.Is(i, "=") ? "=" : "<=";
  };
  std::string write =
      absl::StrCat("what is compared stands first: ", name, " ", turned(sign), " ", std::string(tokens[0]), unit);
  if (IsSign(tokens, end) && tokens.IsNumber(end + 1)) {
    absl::StrAppend(&write, " and ", name, " ", tokens.Join(end, end + 2), unit);
  }
  return write;
}

bool IsDateOrNumber(const HabitTokens& tokens, int i) {
  return !tokens[i].empty() && absl::ascii_isdigit(static_cast<unsigned char>(tokens[i][0]));
}

bool EndsAComparison(const HabitTokens& tokens, int i) {
  return tokens[i].empty() || tokens.IsOneOf(i, {"and", "or", "by", ")", ";", ",", "but", "with", "as", "having"});
}

// >= 18 and <= 65 years: token 0 is the second sign. The field is said again, and of a record, the record is not.
std::optional<std::string> SecondHalf(const HabitTokens& tokens) {
  if (!IsDateOrNumber(tokens, 1)) return std::nullopt;
  int first = -2;
  while (first > -6 && !IsSign(tokens, first)) --first;
  if (!IsSign(tokens, first) || !IsDateOrNumber(tokens, first + 1)) return std::nullopt;
  int begin = first;
  while (begin > first - 8 && !tokens[begin - 1].empty() && !tokens.BeginsCriterion(begin)) --begin;
  if (!tokens.BeginsCriterion(begin) || begin == first) return std::nullopt;
  const int end = EndsAComparison(tokens, 2) ? 2 : 3;
  const std::string unit = end == 3 ? absl::StrCat(" ", std::string(tokens[2])) : "";
  const std::string low = absl::StrCat(tokens.Join(first, -1), first == -3 ? unit : "");
  const std::string joint = absl::StrCat(" ", absl::AsciiStrToLower(std::string(tokens[-1])), " ");
  const std::string high = tokens.Join(0, end);
  const bool of_record = tokens.IsOneOf(begin, {"has", "have", "no"});
  const std::string name = of_record ? "value" : tokens.Join(begin, first);
  const std::string both = absl::StrCat(name, " ", low, joint, name, " ", high);
  if (of_record) return absl::StrCat("write ", tokens.Join(begin, first), " with (", both, ")");
  if (tokens.Is(begin - 1, "with"))
    return absl::StrCat("say again what is compared, in parentheses: with (", both, ")");
  return absl::StrCat("say again what is compared: ", both);
}

// >= 18 and <= 65 years; 18 <= age at last contact; value not > 7 %
std::optional<std::string> HalfAComparison(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong < 0 || to_wrong > 1) return std::nullopt;
  if (IsSign(tokens, 0) && tokens.IsOneOf(-1, {"and", "or", "but"})) {
    if (auto both = SecondHalf(tokens)) return both;
    return "say again what is compared, or write a range: age at last contact aged 18 to 65, value between 7 and 10 %";
  }
  if (to_wrong == 0 && tokens.IsOneOf(0, {"<", "<=", ">", ">="}) && tokens.Is(-1, "not") && tokens.IsNumber(1)) {
    int name = -1;
    while (tokens.IsWord(name - 1) && !tokens.BeginsCriterion(name)) --name;
    const std::string_view sign = tokens.Is(0, "<") ? ">=" : tokens.Is(0, "<=") ? ">" : tokens.Is(0, ">") ? "<=" : "<";
    return absl::StrCat("write ", tokens.Join(name, -1), name < -1 ? " " : "", std::string(sign), " ",
                        tokens.Join(1, EndsAComparison(tokens, 2) ? 2 : 3), " in place of not ",
                        std::string(tokens[0]));
  }
  if (!tokens.IsNumber(0) || !tokens.BeginsCriterion(0)) return std::nullopt;
  if (IsSign(tokens, 1)) return TurnedAround(tokens, 1);
  const bool unit = tokens.IsWord(1) || tokens[1] == "%";
  return unit && IsSign(tokens, 2) ? std::optional(TurnedAround(tokens, 2)) : std::nullopt;
}

}  // namespace

std::optional<std::string> HabitOfRows(const HabitTokens& tokens, int to_wrong) {
  if (auto words = HasSomeOf(tokens)) return words;
  if (auto words = NumberOfRows(tokens, to_wrong)) return words;
  return SomeOfSeveral(tokens, to_wrong);
}

std::optional<std::string> HabitOfNumber(const HabitTokens& tokens, int to_wrong) {
  for (const auto habit : {OfAnalytes, Range, SignsInWords, HalfAComparison}) {
    if (auto words = habit(tokens, to_wrong)) return words;
  }
  return std::nullopt;
}

}  // namespace muster::grammar
