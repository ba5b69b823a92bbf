#include "grammar/habits/habits_of_groups.h"

#include <string_view>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace muster::grammar {
namespace {

bool IsBands(const HabitTokens& tokens, int i) {
  return tokens.IsOneOf(i, {"band", "bands", "group", "groups", "bin", "bins", "bracket", "brackets", "category",
                            "categories", "class", "classes", "interval", "intervals", "strata", "steps"});
}

// by 10 year age bands, by 5 years bands: token 0 is the number.
std::optional<std::string> BandsBeforeTheirField(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong != 0 || !tokens.IsOneOf(-1, {"by", ","}) || !tokens.Count(0)) return std::nullopt;
  if (!tokens.IsOneOf(1, {"year", "years", "yr", "month", "months"})) return std::nullopt;
  const int bands = tokens.IsOneOf(2, {"age", "ages", "aged"}) ? 3 : 2;
  if (!IsBands(tokens, bands)) return std::nullopt;
  const bool months = tokens.IsOneOf(1, {"month", "months"});
  return absl::StrCat("write by age at last contact in bands of ", std::string(tokens[0]),
                      months ? " months" : " years", ", or by another time, such as age at enrolment");
}

// by age at last contact bands 18, 40, 65: token 0 is the word for bands.
std::optional<std::string> BandsWithoutAt(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong < 0 || to_wrong > 1 || !IsBands(tokens, 0)) return std::nullopt;
  int number = tokens.IsOneOf(1, {"at", "of", ":", "=", "("}) ? 2 : 1;
  bool by = false;
  for (int i = -1; !tokens[i].empty() && tokens[i] != ";"; --i) by = by || tokens.Is(i, "by");
  if (!by || !tokens.IsNumber(number)) return std::nullopt;
  std::string numbers(tokens[number]);
  int count = 1;
  for (++number; tokens.IsOneOf(number, {",", "and"}) && tokens.IsNumber(number + 1); number += 2, ++count) {
    absl::StrAppend(&numbers, ", ", std::string(tokens[number + 1]));
  }
  if (tokens.IsWord(number) && !tokens.IsOneOf(number, {"top", "having", "and", "or", "in", "where"})) {
    absl::StrAppend(&numbers, " ", std::string(tokens[number]));
  }
  return absl::StrCat("write in bands ", count == 1 && !tokens.Is(1, "at") ? "of " : "at ", numbers);
}

// Where a group of `compare` ends, which begins with token `i`.
int EndOfGroup(const HabitTokens& tokens, int i) {
  const bool criterion = tokens.IsOneOf(i, {"has", "have", "no"});
  int open = 0;
  for (; !tokens[i].empty() && tokens[i] != ";"; ++i) {
    if (tokens[i] == "(") ++open;
    if (tokens[i] == ")") --open;
    if (open > 0) continue;
    if (tokens.IsOneOf(i, {",", "vs", "versus", "against", "to"})) return i;
    // The and of one group's criteria is followed by any criterion; that of two groups by one like the first.
    if (tokens.Is(i, "and") && (!criterion || tokens.IsOneOf(i + 1, {"has", "have", "no"}))) return i;
    if (!criterion && tokens.Is(i, "with")) return i;
  }
  return i;
}

// The criterion for a group: women, "melanoma", has disease "melanoma"; empty where it may be a saved cohort.
std::string CriterionOfGroup(const HabitTokens& tokens, int begin, int end) {
  if (tokens.IsOneOf(begin, {"has", "have", "no"})) {
    return absl::StrCat(tokens.Is(begin, "no") ? "no " : "has ", tokens.AsWritten(begin + 1, end));
  }
  if (end != begin + 1) return "";
  if (tokens.IsTerm(begin)) return absl::StrCat("has disease ", std::string(tokens[begin]));
  return CriterionOfPeople(std::string(tokens[begin]));
}

// compare has disease "a" and has disease "b"; compare women and men: token 0 is compare.
std::optional<std::string> ComparedCriteria(const HabitTokens& tokens, int to_wrong) {
  constexpr int kMostGroups = 4;
  if (to_wrong < 1 || !tokens.Is(0, "compare")) return std::nullopt;
  std::string groups;
  bool names = true;  // every group may be a saved cohort
  int begin = 1, count = 0;
  while (count < kMostGroups) {
    const int end = EndOfGroup(tokens, begin);
    if (end == begin) return std::nullopt;
    const std::string criterion = CriterionOfGroup(tokens, begin, end);
    if (criterion.empty() && (end != begin + 1 || !tokens.IsWord(begin))) return std::nullopt;
    names = names && criterion.empty();
    absl::StrAppend(&groups, groups.empty() ? "" : ", ",
                    criterion.empty() ? std::string(tokens[begin])
                                      : absl::StrCat(std::string(1, static_cast<char>('a' + count)),
                                                     " as individuals where ", criterion));
    ++count;
    if (tokens[end].empty() || tokens[end] == ";") break;
    begin = end + 1;
  }
  if (count < 2) return std::nullopt;
  if (names) return absl::StrCat("write a comma between cohorts: compare ", groups);
  return absl::StrCat("write compare ", groups);
}

// count families with 3 members, has family with 3 members: which are asked through those who belong to them.
std::optional<std::string> Families(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong < 0 || !tokens.IsOneOf(0, {"family", "families", "kindreds", "households"})) return std::nullopt;
  if (!tokens.IsOneOf(1, {"with", "of", "having"})) return std::nullopt;
  int number = 2;
  while (tokens.IsOneOf(number, {"at", "least", "exactly", "than", "more", ">", ">=", "="})) ++number;
  if (!tokens.CountInWords(number)) return std::nullopt;
  if (tokens.Is(number + 1, "affected")) {
    return absl::StrCat("write count families where has at least ", *tokens.CountInWords(number),
                        " members with affected is affected");
  }
  return absl::StrCat(
      "families are counted through their members: write count individuals by family having "
      "individuals >= ",
      *tokens.CountInWords(number), "; of trios, count individuals where has mother and has father");
}

}  // namespace

std::string CriterionOfPeople(const std::string& written) {
  struct People {
    std::string_view word, criterion;
  };
  constexpr People kPeople[] = {
      {"women", "sex is female"},
      {"females", "sex is female"},
      {"female", "sex is female"},
      {"girls", "sex is female"},
      {"men", "sex is male"},
      {"males", "sex is male"},
      {"male", "sex is male"},
      {"boys", "sex is male"},
      {"adults", "age at last contact >= 18 years"},
      {"children", "age at last contact < 18 years"},
      {"alive", "vital status is alive"},
      {"living", "vital status is alive"},
      {"dead", "vital status is deceased"},
      {"deceased", "vital status is deceased"},
      {"smokers", "has exposure \"smoking\""},
      {"probands", "has pedigree with role is proband"},
  };
  const std::string word = absl::AsciiStrToLower(written);
  for (const People& people : kPeople) {
    if (people.word == word) return std::string(people.criterion);
  }
  return "";
}

std::optional<std::string> HabitOfGroups(const HabitTokens& tokens, int to_wrong) {
  for (const auto habit : {BandsBeforeTheirField, BandsWithoutAt, ComparedCriteria, Families}) {
    if (auto words = habit(tokens, to_wrong)) return words;
  }
  return std::nullopt;
}

}  // namespace muster::grammar
