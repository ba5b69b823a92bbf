#include "grammar/habits/keyword_as_value.h"

#include <string_view>

#include "absl/strings/str_cat.h"

namespace muster::grammar {
namespace {

bool IsComparison(const HabitTokens& tokens, int i) { return tokens.IsOneOf(i, {"is", "=", "!=", "<>", "\u2260"}); }

// Whether what begins with token `i` ends the value before it.
bool EndsValue(const HabitTokens& tokens, int i) {
  return tokens[i].empty() || tokens.IsOneOf(i, {")", ",", ";", "and", "or", "but", "by", "having", "limit"});
}

// The operator of the comparison whose value, or one of whose values, is token `i`: is, =, in.
std::optional<int> OperatorBefore(const HabitTokens& tokens, int i) {
  constexpr int kFarthest = 100;  // tokens: the countries of Europe
  if (IsComparison(tokens, i - 1)) return i - 1;
  if (tokens.Is(i - 1, "not") && IsComparison(tokens, i - 2)) return i - 2;
  const bool alternative = tokens.Is(i - 1, "or");
  if (!alternative && !tokens.IsOneOf(i - 1, {"(", ","})) return std::nullopt;
  for (int at = i - 1; at > i - kFarthest && !tokens[at].empty() && !tokens.IsOneOf(at, {";", ")", "where", "and"});
       --at) {
    if (alternative ? IsComparison(tokens, at) && at < i - 2 : tokens.Is(at, "in") && tokens[at + 1] == "(") return at;
  }
  return std::nullopt;
}

// The value with quotation marks, and those beside it.
std::string Quoted(const HabitTokens& tokens, int from, int value, int end) {
  const std::string before = tokens.AsWritten(from, value), behind = tokens.AsWritten(value + 1, end);
  const bool tight = before.ends_with("(");
  return absl::StrCat(before, tight ? "" : " ", "\"", std::string(tokens[value]), "\"",
                      behind.empty() || behind[0] == ')' || behind[0] == ',' ? "" : " ", behind);
}

}  // namespace

std::optional<std::string> HabitOfKeywordAsValue(const HabitTokens& tokens, int to_wrong) {
  constexpr int kLongestName = 6;  // words
  if (to_wrong < 0 || to_wrong > 1) return std::nullopt;
  if (!tokens.IsOneOf(0, {"as", "at", "by", "in", "is", "no", "of", "on", "or", "to"})) return std::nullopt;
  if (!EndsValue(tokens, 1)) return std::nullopt;
  const auto operation = OperatorBefore(tokens, 0);
  if (!operation) return std::nullopt;
  int name = *operation;
  while (name > *operation - kLongestName && tokens.IsWord(name - 1) &&
         !tokens.IsOneOf(name - 1, {"where", "and", "or", "not", "but", "with", "is"})) {
    --name;
  }
  if (name == *operation) return std::nullopt;
  int end = 1;
  if (tokens.Is(*operation, "in")) {
    while (!tokens[end].empty() && tokens[end] != ")" && tokens[end] != ";") ++end;
    if (tokens[end] == ")") ++end;
  }
  const std::string value(tokens[0]);
  return absl::StrCat("write \"", value, "\" in quotation marks, as ", value,
                      " is a word of the language as well: ", Quoted(tokens, name, 0, end));
}

}  // namespace muster::grammar
