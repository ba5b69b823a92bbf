#include "grammar/completion/one_mistake.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "allowance/allowance.h"
#include "grammar/completion/readable.h"
#include "grammar/text/edit_distance.h"
#include "grammar/text/keywords.h"
#include "grammar/text/span.h"

namespace muster::grammar {
namespace {

// Longer statements are not tried: each try reads all of it.
constexpr size_t kLongest = 4000;
constexpr int kMostTries = 24;
constexpr size_t kWordsBefore = 6;

bool IsLetter(char c) { return absl::ascii_isalpha(static_cast<unsigned char>(c)); }
bool IsBlank(char c) { return absl::ascii_isspace(static_cast<unsigned char>(c)); }

// The statement that byte `at` is in. (A semicolon in quotes ends it too early: then nothing is found.)
Span StatementAround(std::string_view text, size_t at) {
  const size_t before = at == 0 ? std::string_view::npos : text.rfind(';', at - 1);
  const size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return {begin, std::min(text.find(';', at), text.size())};
}

// Words outside of quotes that begin in `statement`, up to the one at `at`, the last ones first.
std::vector<Span> WordsUpTo(std::string_view text, Span statement, size_t at) {
  std::vector<Span> words;
  bool quoted = false;
  for (size_t i = statement.begin; i < statement.end && i <= at; ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (quoted || !IsLetter(text[i])) continue;
    size_t end = i;
    while (end < statement.end && IsLetter(text[end])) ++end;
    words.push_back({i, end});
    i = end - 1;
  }
  std::reverse(words.begin(), words.end());
  words.resize(std::min(words.size(), kWordsBefore));
  return words;
}

// The single words that keywords are of, such as "least" of "at least".
std::vector<std::string> KeywordWords() {
  std::vector<std::string> words;
  for (const std::string& keyword : Keywords()) {
    for (const absl::string_view word : absl::StrSplit(keyword, ' ')) words.emplace_back(word);
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

// Words of English, French and German that are near to a keyword and mean themselves.
constexpr std::string_view kOrdinary[] = {"one",   "had",   "age",  "ages",  "any",  "all",    "our",  "now",  "nor",
                                          "non",   "were",  "here", "there", "both", "life",   "line", "live", "from",
                                          "form",  "list",  "lost", "land",  "hand", "team",   "know", "once", "ever",
                                          "width", "older", "site", "pas",   "hat",  "exclude"};

// The nearest first. Words of two letters are near to too many others.
std::vector<std::string> KeywordsNear(const std::string& word) {
  static const auto* keywords = new std::vector<std::string>(KeywordWords());
  std::vector<std::string> near;
  const bool ordinary = std::find(std::begin(kOrdinary), std::end(kOrdinary), word) != std::end(kOrdinary);
  if (word.size() < 3 || ordinary || IsKeyword(word)) return near;
  for (const std::string& keyword : Keywords()) {
    if (keyword.size() > word.size() && absl::StrReplaceAll(keyword, {{" ", ""}}) == word) near.push_back(keyword);
  }
  const size_t limit = word.size() > 5 ? 2 : 1;
  for (size_t distance = 1; distance <= limit; ++distance) {
    for (const std::string& keyword : *keywords) {
      if (keyword.size() >= 3 && EditDistance(word, keyword, limit) == distance) near.push_back(keyword);
    }
  }
  return near;
}

// Tries statements with one change; there is an end to it.
class Tries {
 public:
  Tries(std::string_view text, Span statement) : text_(text), statement_(statement) {}

  bool With(Span changed, std::string_view by) {
    const bool too_long = statement_.end - statement_.begin > kLongest;
    if (too_long || ++tries_ > kMostTries || !ShouldContinueSampled()) return false;
    std::string tried(text_.substr(statement_.begin, changed.begin - statement_.begin));
    tried.append(by).append(text_.substr(changed.end, statement_.end - changed.end));
    return IsReadable(tried);
  }

 private:
  std::string_view text_;
  Span statement_;
  int tries_ = 0;
};

std::string WordAt(std::string_view text, size_t begin, size_t limit) {
  size_t end = begin;
  while (end < limit && IsLetter(text[end])) ++end;
  return absl::AsciiStrToLower(std::string(text.substr(begin, end - begin)));
}

}  // namespace

std::optional<std::string> MisspeltKeyword(std::string_view text, size_t begin) {
  begin = std::min(begin, text.size());
  const Span statement = StatementAround(text, begin);
  Tries tries(text, statement);
  // "> =", of which the second sign cannot stand there
  if (begin < statement.end && text[begin] == '=') {
    size_t sign = begin;
    while (sign > statement.begin && IsBlank(text[sign - 1])) --sign;
    if (sign < begin && sign > statement.begin && tries.With({sign, begin}, "")) {
      return absl::StrCat("write ", std::string(text.substr(sign - 1, 1)), "= without a blank");
    }
  }
  for (const Span word : WordsUpTo(text, statement, begin)) {
    const std::string written(text.substr(word.begin, word.end - word.begin));
    for (const std::string& keyword : KeywordsNear(absl::AsciiStrToLower(written))) {
      if (!tries.With(word, keyword)) continue;
      return absl::StrCat("did you mean ", keyword, word.begin == begin ? "" : " in place of " + written, "?");
    }
  }
  return std::nullopt;
}

std::optional<std::string> MissingKeyword(std::string_view text, size_t begin) {
  if (begin >= text.size() || !IsLetter(text[begin])) return std::nullopt;
  const Span statement = StatementAround(text, begin);
  const std::string word = WordAt(text, begin, statement.end);
  Tries tries(text, statement);
  constexpr std::string_view kMissing[] = {"and", "in", "with"};
  std::vector<std::string> readable;
  for (const std::string_view keyword : kMissing) {
    const std::string with = absl::StrCat(std::string(keyword), " ");
    if (tries.With({begin, begin}, with)) readable.push_back(absl::StrCat(with, word));
  }
  if (readable.empty()) return std::nullopt;
  return absl::StrCat("write ", absl::StrJoin(readable, ", or "));
}

}  // namespace muster::grammar
