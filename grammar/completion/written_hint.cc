#include "grammar/completion/written_hint.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "grammar/completion/readable.h"

namespace muster::grammar {
namespace {

constexpr std::string_view kWrite = "write ";
constexpr std::string_view kStatements[] = {"count individuals ",  "list individuals ", "summarise individuals ",
                                            "funnel individuals ", "compare ",          "define cohort ",
                                            "terms like "};
constexpr std::string_view kCriteria[] = {"has ",    "no ",       "not has ",   "not no ", "age at last contact ",
                                          "sex is ", "none of (", "usable for "};
// What begins an explanation, or words of a protocol that the writer has to put in.
constexpr std::string_view kEnds[] = {", ",
                                      "; ",
                                      ": ",
                                      " where that ",
                                      " where it ",
                                      " in place of ",
                                      " instead of ",
                                      " and this",
                                      " and its unit",
                                      " with its time",
                                      " with a field that "};
// What `...` may stand for.
constexpr std::string_view kAnything[] = {"\"x\"", "sex is female", "is \"x\"", "is female"};

bool BeginsWithOneOf(std::string_view text, const auto& beginnings) {
  return std::any_of(std::begin(beginnings), std::end(beginnings),
                     [&](std::string_view beginning) { return text.starts_with(beginning); });
}

// With any of `kAnything` for each `...`, of which there are few.
bool IsStatementForSome(const std::string& text, int more) {
  constexpr std::string_view kDots = "...";
  size_t dots = text.find(kDots);
  while (dots != std::string::npos && dots > 0 && text[dots - 1] == '"') dots = text.find(kDots, dots + kDots.size());
  if (dots == std::string::npos) return IsReadable(text);
  return more > 0 && std::any_of(std::begin(kAnything), std::end(kAnything), [&](std::string_view anything) {
           std::string filled = text;
           filled.replace(dots, kDots.size(), anything);
           return IsStatementForSome(filled, more - 1);
         });
}

// Whether `written`, or as much of it as stands before an explanation, can be read behind `before`.
bool CanBeReadBehind(std::string_view before, std::string_view written) {
  constexpr int kMostDots = 4;
  std::vector<size_t> ends = {written.size()};
  for (const std::string_view end : kEnds) {
    for (size_t at = written.find(end); at != std::string_view::npos; at = written.find(end, at + 1))
      ends.push_back(at);
  }
  return std::any_of(ends.begin(), ends.end(), [&](size_t end) {
    return IsStatementForSome(absl::StrCat(std::string(before), std::string(written.substr(0, end))), kMostDots);
  });
}

}  // namespace

std::optional<bool> CanBeRead(std::string_view hint) {
  std::optional<bool> all;
  for (size_t at = hint.find(kWrite); at != std::string_view::npos; at = hint.find(kWrite, at + 1)) {
    if (at > 0 && hint[at - 1] != ' ') continue;
    const std::string_view written = hint.substr(at + kWrite.size());
    const bool statement = BeginsWithOneOf(written, kStatements);
    if (!statement && !BeginsWithOneOf(written, kCriteria)) continue;
    all = all.value_or(true) && CanBeReadBehind(statement ? "" : "count individuals where ", written);
  }
  return all;
}

}  // namespace muster::grammar
