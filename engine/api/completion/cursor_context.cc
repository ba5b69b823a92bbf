#include "engine/api/completion/cursor_context.h"

#include <algorithm>
#include <initializer_list>

#include "absl/strings/ascii.h"
#include "engine/bind/bound/scope.h"

namespace muster::api {
namespace {

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The text of word number `i` counted from the end; empty before the first.
std::string_view FromEnd(const std::vector<CursorWord>& words, size_t i) {
  return i < words.size() ? std::string_view(words[words.size() - 1 - i].text) : std::string_view();
}

// `count individuals, excluded`: nothing but what is counted so far.
bool InCounted(const std::vector<CursorWord>& words) {
  const bool counts = IsOneOf(words[0].text, {"count", "list", "funnel", "impact"});
  const bool names = IsOneOf(words[0].text, {"define", "compare"});
  size_t end = words.size();
  while (end > 0 && IsOneOf(words[end - 1].text, {"observed", "excluded", "distinct"})) --end;
  if (end == 0) return false;
  if (end == 1) return counts;
  if (names) return words[end - 1].text == "as";
  return counts && words[end - 1].text == "," && std::none_of(words.begin(), words.end(), [](const CursorWord& word) {
           return IsOneOf(word.text, {"where", "with", "by", "having"});
         });
}

// Whether `words` without the last `left_out` end in `has`, maybe with how many and which rows: `has at least 2`.
bool BehindHas(const std::vector<CursorWord>& words, size_t left_out) {
  size_t i = left_out;
  const auto says_which = [](std::string_view word) {
    return IsOneOf(word, {"observed", "excluded", "first", "last", "no", "another", "distinct", "exactly", "at",
                          "least", "most"}) ||
           std::all_of(word.begin(), word.end(),
                       [](char c) { return absl::ascii_isdigit(static_cast<unsigned char>(c)); });
  };
  while (!FromEnd(words, i).empty() && says_which(FromEnd(words, i))) ++i;
  if (IsOneOf(FromEnd(words, i), {"has", "have"})) return true;
  // `no disease` is `has no disease`, where a criterion can begin.
  return i > left_out && FromEnd(words, i - 1) == "no" &&
         IsOneOf(FromEnd(words, i), {"where", "and", "or", "but", "except", "not", "with", "(", ","});
}

// `has phenotype`, `has at least 2 samples`: also with `exactly` behind, and entities of two words.
bool BehindEntityOfHas(const std::vector<CursorWord>& words) {
  const size_t skip = FromEnd(words, 0) == "exactly" ? 1 : 0;
  std::string name;
  for (size_t length = 1; length <= 3 && length + skip <= words.size(); ++length) {
    name.insert(0, std::string(FromEnd(words, skip + length - 1)) + (name.empty() ? "" : " "));
    if (bind::FindEntity(name) && BehindHas(words, skip + length)) return true;
  }
  return false;
}

// by value of measurement, summarise individuals of value of measurement.
bool BehindEntityOfValue(const std::vector<CursorWord>& words) {
  if (words.size() < 3 || FromEnd(words, 1) != "of") return false;
  const std::string_view of = FromEnd(words, 2);
  return bind::FindEntity(FromEnd(words, 0)) && !IsOneOf(of, {"number", "year", "month"}) &&
         !IsOneOf(words[0].text, {"define"}) && (of == "value" || IsOneOf(of, {"onset", "start", "end", "time"}));
}

}  // namespace

bool BehindOrOfTerm(const std::vector<CursorWord>& words) {
  if (words.size() < 3 || !IsOneOf(FromEnd(words, 0), {"or", "except"})) return false;
  const std::string_view term = FromEnd(words, 1);
  if (term != "\"" && term.find(':') == std::string_view::npos) return false;
  return BehindEntityOfHas({words.begin(), words.end() - 2});
}

bool IsWordByte(char c) {
  return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '_' || c == ':' || c == '-' || c == '.' ||
         (c & 0x80) != 0;
}

std::vector<CursorWord> WordsBefore(std::string_view before) {
  std::vector<CursorWord> words;
  size_t i = 0;
  while (i < before.size()) {
    const size_t begin = i;
    const char c = before[i];
    if (before.substr(i, 2) == "--") {
      i = std::min(before.find('\n', i), before.size());
    } else if (IsWordByte(c)) {
      std::string word;
      for (; i < before.size() && IsWordByte(before[i]); ++i) {
        word += absl::ascii_tolower(static_cast<unsigned char>(before[i]));
      }
      words.push_back({std::move(word), begin});
    } else if (c == '"' || c == '\'') {
      for (++i; i < before.size() && before[i] != c; ++i) i += before[i] == '\\' ? 1 : 0;
      ++i;
      words.push_back({"\"", begin});
    } else {
      ++i;
      if (c == ';') words.clear();
      if (c != ';' && !absl::ascii_isspace(static_cast<unsigned char>(c))) words.push_back({std::string(1, c), begin});
    }
  }
  return words;
}

CursorContext ContextBehind(const std::vector<CursorWord>& all) {
  std::vector<CursorWord> words = all;
  while (!words.empty() && IsOneOf(words[0].text, {"explain", "analyse", "analyze"})) words.erase(words.begin());
  if (words.empty()) return CursorContext::kStatement;
  if (words[0].text == "show") return CursorContext::kShown;
  if (words[0].text == "describe") return CursorContext::kDescribed;
  if (InCounted(words)) return CursorContext::kCounted;
  if (BehindHas(words, 0)) return CursorContext::kHas;
  if (BehindEntityOfHas(words) || BehindEntityOfValue(words)) return CursorContext::kTerm;
  if (OutsideList(words).size() < words.size()) {
    return BehindEntityOfHas(OutsideList(words)) ? CursorContext::kTerm : CursorContext::kValue;
  }
  const std::string_view last = FromEnd(words, 0);
  const bool is_not = last == "not" && FromEnd(words, 1) == "is";
  const bool purpose = last == "for" && FromEnd(words, 1) == "usable";
  if (is_not || purpose || IsOneOf(last, {"is", "=", "exactly"})) return CursorContext::kValue;
  return CursorContext::kAnything;
}

std::vector<CursorWord> OutsideList(std::vector<CursorWord> words) {
  size_t open = words.size();
  size_t closed = 0;
  while (open > 0) {
    --open;
    if (words[open].text == ")") ++closed;
    if (words[open].text == "(" && closed-- == 0) break;
  }
  const std::string_view last = FromEnd(words, 0);
  const bool list = open > 0 && words[open - 1].text == "in" && words[open].text == "(" && (last == "(" || last == ",");
  if (list) words.resize(open - 1);
  return words;
}

}  // namespace muster::api
