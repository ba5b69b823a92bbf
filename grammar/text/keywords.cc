#include "grammar/text/keywords.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "containers/hash_table.h"

namespace muster::grammar {
namespace {

// "in bands of", and "in", "in bands", "bands", "bands of" and "of".
HashSet<std::string> KeywordsAndParts() {
  HashSet<std::string> all;
  for (const std::string& keyword : Keywords()) {
    const std::vector<std::string> words = absl::StrSplit(keyword, ' ');
    for (auto begin = words.begin(); begin != words.end(); ++begin) {
      for (auto end = begin + 1; end <= words.end(); ++end) all.insert(absl::StrJoin(begin, end, " "));
    }
  }
  return all;
}

}  // namespace

bool IsKeyword(std::string_view word) {
  static const auto* all = new HashSet<std::string>(KeywordsAndParts());
  return all->contains(absl::AsciiStrToLower(std::string(word)));
}

const std::vector<std::string>& Keywords() {
  static const auto* keywords = new std::vector<std::string>{
      "after",       "aged",      "analyse",   "and",         "another",    "as of",     "at least", "at most",
      "before",      "between",   "but",       "by",          "certainly",  "compare",   "count",    "define",
      "describe",    "distinct",  "drop",      "exactly",     "except",     "excluded",  "explain",  "first",
      "for",         "funnel",    "gestation", "has",         "having",     "impact",    "in",       "in bands at",
      "in bands of", "in groups", "is",        "last",        "like",       "limit",     "list",     "missing",
      "no",          "none",      "not",       "observed",    "of",         "on",        "or",       "overlaps",
      "possibly",    "recorded",  "show",      "starts with", "study date", "summarise", "terms",    "times",
      "top",         "usable",    "where",     "with",        "within"};
  return *keywords;
}

}  // namespace muster::grammar
