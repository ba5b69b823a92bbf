#include "grammar/habits/habits_of_quantities.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "grammar/habits/habits_of_groups.h"

namespace muster::grammar {
namespace {

struct HowMany {
  std::string words;        // at least 2
  bool said_alone = false;  // 2 samples, which may mean exactly so many
  int number = 0, end = 0;
};

HowMany AtLeast(int number, int end) { return {absl::StrCat("at least ", number), false, number, end}; }
HowMany AtMost(int number, int end) { return {absl::StrCat("at most ", number), false, number, end}; }

// at least 2, more than 2, 2 or more, two, several, from token `i` on.
std::optional<HowMany> ReadHowMany(const HabitTokens& tokens, int i) {
  const bool two_words = tokens.IsOneOf(i, {"at", "more", "fewer", "less"});
  const bool sign = tokens.IsOneOf(i, {"exactly", "only", ">=", ">", "<=", "<", "="});
  if (tokens.IsOneOf(i, {"several", "multiple"})) return AtLeast(2, i + 1);
  const auto number = tokens.CountInWords(two_words ? i + 2 : sign ? i + 1 : i);
  if (!number) return std::nullopt;
  if (two_words) {
    const int end = i + 3;
    if (tokens.Is(i, "at") && tokens.Is(i + 1, "least")) return AtLeast(*number, end);
    if (tokens.Is(i, "at") && tokens.Is(i + 1, "most")) return AtMost(*number, end);
    if (tokens.Is(i, "at") || !tokens.Is(i + 1, "than")) return std::nullopt;
    if (tokens.Is(i, "more")) return AtLeast(*number + 1, end);
    return *number == 0 ? std::nullopt : std::optional(AtMost(*number - 1, end));
  }
  if (sign) {
    const int end = i + 2;
    if (tokens.Is(i, ">=")) return AtLeast(*number, end);
    if (tokens.Is(i, ">")) return AtLeast(*number + 1, end);
    if (tokens.Is(i, "<=")) return AtMost(*number, end);
    if (tokens.Is(i, "<")) return *number == 0 ? std::nullopt : std::optional(AtMost(*number - 1, end));
    return HowMany{absl::StrCat("exactly ", *number), false, *number, end};
  }
  if (tokens.Is(i + 1, "or") && tokens.Is(i + 2, "more")) return AtLeast(*number, i + 3);
  if (tokens.Is(i + 1, "or") && tokens.IsOneOf(i + 2, {"fewer", "less"})) return AtMost(*number, i + 3);
  HowMany how_many = AtLeast(*number, i + 1);
  how_many.said_alone = true;
  return how_many;
}

}  // namespace

// count individuals with at least 2 samples, count women who have two diseases: token 0 is with or who.
std::optional<std::string> HabitOfQuantity(const HabitTokens& tokens, int to_wrong) {
  const bool who = tokens.IsOneOf(0, {"who", "that"}) && tokens.IsOneOf(1, {"have", "has"});
  if (to_wrong < 0 || !(who || tokens.IsOneOf(0, {"with", "having"}))) return std::nullopt;
  if (!tokens.IsOneOf(-2, {"count", "list", "funnel", "impact"}) || !tokens.IsWord(-1)) return std::nullopt;
  const auto how_many = ReadHowMany(tokens, who ? 2 : 1);
  if (!how_many) return std::nullopt;
  int i = how_many->end;
  const bool distinct = tokens.IsOneOf(i, {"distinct", "different"});
  if (distinct) ++i;
  if (!tokens.IsEntity(i)) return std::nullopt;
  std::string records = absl::StrCat(distinct ? "distinct " : "", tokens.EntityAsWritten(i));
  ++i;
  if (tokens.IsTerm(i)) absl::StrAppend(&records, " ", std::string(tokens[i++]));
  const std::string person = CriterionOfPeople(std::string(tokens[-1]));
  const bool people = !person.empty() || !tokens.IsEntity(-1);
  std::string hint = absl::StrCat("write ", absl::AsciiStrToLower(std::string(tokens[-2])), " ",
                                  people ? "individuals" : absl::AsciiStrToLower(std::string(tokens[-1])), " where ",
                                  person, person.empty() ? "" : " and ", "has ", how_many->words, " ", records);
  if (tokens[i].empty() || tokens[i] == ";") {
    return how_many->said_alone ? absl::StrCat(hint, ", or exactly ", how_many->number) : hint;
  }
  if (tokens.Is(i, "by")) {
    int end = i;
    while (!tokens[end].empty() && tokens[end] != ";") ++end;
    return absl::StrCat(hint, " ", tokens.AsWritten(i, end));
  }
  if (tokens.IsOneOf(i, {"and", "or"})) {
    return absl::StrCat(hint, " ", absl::AsciiStrToLower(std::string(tokens[i])), " ...");
  }
  return absl::StrCat(hint, " with ...");
}

}  // namespace muster::grammar
