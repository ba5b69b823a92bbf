#include "grammar/text/keywords.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"

namespace muster::grammar {

bool IsKeyword(std::string_view word) {
  const std::string lower = absl::AsciiStrToLower(std::string(word));
  return std::any_of(Keywords().begin(), Keywords().end(), [&](const std::string& keyword) {
    return absl::StrContains(" " + keyword + " ", " " + lower + " ");
  });
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
