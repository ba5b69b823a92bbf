#include "grammar/habits/criteria/another_record.h"

#include <algorithm>

#include "absl/strings/str_cat.h"

namespace muster::grammar {
namespace {

// Where what is said to be another one begins behind another, a second, one more; 0 where no such words stand.
int BehindAnother(const HabitTokens& tokens) {
  const int first = tokens.IsOneOf(0, {"has", "have"}) ? 1 : 0;
  if (tokens.Is(first, "another")) return first == 0 ? 1 : 0;  // has another is right
  const bool one_more = tokens.IsOneOf(first, {"one", "some"}) && tokens.Is(first + 1, "more");
  const bool article = tokens.IsOneOf(first, {"a", "an", "some"});
  const int adjective = article ? first + 1 : first;
  const bool line = tokens.IsOneOf(adjective + 1, {"line", "dose", "degree", "trimester", "generation"});
  if (tokens.IsOneOf(adjective, {"second", "further", "additional", "separate"}) && !line) return adjective + 1;
  if (article && tokens.IsOneOf(adjective, {"different", "distinct", "other"})) return adjective + 1;
  return one_more ? first + 2 : 0;
}

}  // namespace

std::optional<std::string> AnotherRecord(const HabitTokens& tokens, int to_wrong) {
  if (!tokens.BeginsCriterion(0) || tokens.IsOneOf(-1, {"where", "with", "not"})) return std::nullopt;
  const int begin = BehindAnother(tokens);
  const std::string entity = tokens.EntityBefore(0);
  if (begin == 0 || entity.empty() || to_wrong < 0 || !tokens.IsWord(begin)) return std::nullopt;
  constexpr int kMostWords = 6;
  int end = begin;
  if (tokens.IsEntity(begin)) {
    const std::string term(tokens.IsTerm(begin + 1) ? tokens[begin + 1] : "");
    if (to_wrong > begin + 2) return std::nullopt;
    return absl::StrCat("write and has another ", tokens.EntityAsWritten(begin), term.empty() ? "" : " ", term);
  }
  while (end - begin < kMostWords && tokens.IsWord(end) &&
         !tokens.IsOneOf(end, {"and", "or", "by", "with", "but", "except", "within", "before", "after", "is"})) {
    ++end;
  }
  if (to_wrong > end) return std::nullopt;
  return absl::StrCat("write and has another ", entity, " \"", tokens.Join(begin, end), "\"");
}

}  // namespace muster::grammar
