#include "grammar/other_habits.h"

#include <algorithm>
#include <string_view>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "grammar/text/loose_date.h"

namespace muster::grammar {
namespace {

// The tokens from one of them on; past the end they are empty.
class Tokens {
 public:
  Tokens(const std::vector<std::string>& tokens, size_t first) : tokens_(tokens), first_(first) {}

  std::string_view operator[](size_t i) const {
    return first_ + i < tokens_.size() ? std::string_view(tokens_[first_ + i]) : std::string_view();
  }
  bool Is(size_t i, std::string_view word) const {
    const std::string_view token = (*this)[i];
    return token.size() == word.size() && absl::StartsWithIgnoreCase(std::string(token), std::string(word));
  }
  bool IsOneOf(size_t i, std::initializer_list<std::string_view> words) const {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return Is(i, word); });
  }
  bool IsWord(size_t i) const {
    return !(*this)[i].empty() && absl::ascii_isalpha(static_cast<unsigned char>((*this)[i][0]));
  }
  std::optional<int> Count(size_t i) const {
    int number = 0;
    if (!absl::SimpleAtoi(std::string((*this)[i]), &number) || number < 0 || number > 1000000) return std::nullopt;
    return number;
  }

 private:
  const std::vector<std::string>& tokens_;
  size_t first_;
};

// has 2 samples, has >= 2 samples, has more than 2 samples
std::optional<std::string> NumberOfRows(const Tokens& tokens) {
  if (!tokens.IsOneOf(0, {"has", "have"})) return std::nullopt;
  size_t number = 1;
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
  } else if (tokens.Is(1, "=")) {
    number = 2;
    how = "exactly";
  }
  const std::optional<int> count = tokens.Count(number);
  if (!count || *count + more < 0) return std::nullopt;
  return absl::StrCat("write has ", how, " ", *count + more,
                      tokens.IsWord(number + 1) ? absl::StrCat(" ", std::string(tokens[number + 1])) : "");
}

// depth at least 30
std::optional<std::string> ComparedInWords(const Tokens& tokens) {
  if (!tokens.IsWord(0) ||
      tokens.IsOneOf(0, {"has", "have", "where", "and", "or", "not", "with", "on", "is", "of", "in"})) {
    return std::nullopt;
  }
  if (!tokens.Is(1, "at") || !tokens.IsOneOf(2, {"least", "most"}) || !tokens.Count(3)) return std::nullopt;
  const std::string number(tokens[3]);
  const std::string word(tokens[2]);
  return absl::StrCat("write ", tokens.Is(2, "least") ? ">= " : "<= ", number, " instead of at ", word, " ", number);
}

// where female
std::optional<std::string> BareSex(const Tokens& tokens) {
  if (!tokens.IsOneOf(0, {"where", "and", "or", "not"}) || !tokens.IsOneOf(1, {"female", "male"})) {
    return std::nullopt;
  }
  return absl::StrCat("write sex is ", std::string(tokens[1]));
}

// Whether the token can only be a term: a quoted text or a code.
bool IsTerm(std::string_view token) {
  return !token.empty() && (token[0] == '"' || token[0] == '\'' || token.find(':') != std::string_view::npos);
}

// summarise age at last contact
std::optional<std::string> SummaryOfNobody(const Tokens& tokens) {
  if (!tokens.Is(0, "summarise") || !tokens.IsWord(1) || !tokens.Is(2, "at")) return std::nullopt;
  std::string field(tokens[1]);
  for (size_t i = 2; tokens.IsWord(i) && !tokens.IsOneOf(i, {"where", "of"}); ++i) {
    absl::StrAppend(&field, " ", std::string(tokens[i]));
  }
  return absl::StrCat("write summarise individuals of ", field);
}

// one of (sex is female, has sample)
std::optional<std::string> OneOfSeveral(const Tokens& tokens) {
  if (!tokens.Is(0, "one") || !tokens.Is(1, "of") || !tokens.Is(2, "(")) return std::nullopt;
  return "write at least 1 of (...), or exactly 1 of (...)";
}

// group by sex, order by country, without asthma, 3 x reference high
std::optional<std::string> OtherLanguages(const Tokens& tokens) {
  if (tokens.Is(0, "group") && tokens.Is(1, "by")) return "write by alone: count individuals by sex";
  if (tokens.Is(0, "order") && tokens.Is(1, "by"))
    return "rows have an order; by FIELD top 10 has the most frequent first";
  if (tokens.IsOneOf(0, {"without", "excluding"})) {
    if (tokens.IsWord(1) && IsTerm(tokens[2])) {
      return absl::StrCat("write no ", std::string(tokens[1]), " ", std::string(tokens[2]));
    }
    return absl::StrCat("write and has no ENTITY ", tokens[1].empty() ? "TERM" : std::string(tokens[1]));
  }
  if (tokens.Is(0, "different")) return "write distinct: has at least 2 distinct phenotypes";
  if (tokens.IsOneOf(0, {"women", "men", "females", "males"}) && tokens.IsOneOf(1, {"with", "where", "who"})) {
    return absl::StrCat("write individuals where sex is ", tokens.IsOneOf(0, {"women", "females"}) ? "female" : "male");
  }
  if (tokens.Count(0) && tokens.IsOneOf(1, {"x", "*"}) && tokens.IsWord(2)) {
    return absl::StrCat("write ", std::string(tokens[0]), " times ", std::string(tokens[2]));
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> WordsInstead(const std::vector<std::string>& tokens, size_t at) {
  if (at < tokens.size()) {
    if (auto date = DateToWrite(tokens[at])) return absl::StrCat("write the date as ", *date);
  }
  constexpr size_t kLookedBack = 5;  // depth at least 30 mg/dL .
  for (size_t first = at + 1; first-- > 0 && first + kLookedBack >= at;) {
    const Tokens from(tokens, first);
    for (const auto habit : {NumberOfRows, SummaryOfNobody, OneOfSeveral, ComparedInWords, OtherLanguages}) {
      if (auto words = habit(from)) return words;
    }
    if (first + 2 >= at) {
      if (auto words = BareSex(from)) return words;
    }
  }
  return std::nullopt;
}

}  // namespace muster::grammar
