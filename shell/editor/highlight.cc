#include "shell/editor/highlight.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace muster::shell {
namespace {

/// The keywords in all spellings, and words that are keywords behind another one. Sorted.
constexpr std::string_view kWords[] = {
    "after",    "aged",     "analyse",  "analyze", "and",      "another",   "as",        "at",        "band",
    "bands",    "before",   "between",  "but",     "by",       "certainly", "certainty", "cohort",    "commercial",
    "compare",  "count",    "date",     "define",  "describe", "distinct",  "drop",      "exactly",   "except",
    "excluded", "explain",  "first",    "for",     "funnel",   "gestation", "groups",    "has",       "have",
    "having",   "impact",   "in",       "is",      "last",     "least",     "like",      "limit",     "list",
    "missing",  "most",     "no",       "none",    "not",      "observed",  "of",        "on",        "or",
    "overlaps", "possibly", "recorded", "show",    "starts",   "study",     "summarise", "summarize", "terms",
    "times",    "to",       "top",      "usable",  "where",    "with",      "within"};

bool IsLetter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalpha(byte) != 0 || byte >= 0x80;
}

bool IsNamePart(char c) { return IsLetter(c) || std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '_'; }

size_t EndOfQuote(std::string_view text, size_t begin) {
  size_t i = begin + 1;
  while (i < text.size() && text[i] != text[begin]) i += text[i] == '\\' ? 2 : 1;
  return std::min(i + 1, text.size());
}

/// The end of the word, or of a code such as HP:0001250, that begins at `begin`.
size_t EndOfName(std::string_view text, size_t begin, bool* is_code) {
  size_t i = begin;
  while (i < text.size() && IsNamePart(text[i])) ++i;
  *is_code = i + 1 < text.size() && text[i] == ':' && IsNamePart(text[i + 1]);
  if (!*is_code) return i;
  ++i;
  while (i < text.size() && (IsNamePart(text[i]) ||
                             ((text[i] == '.' || text[i] == '-') && i + 1 < text.size() && IsNamePart(text[i + 1])))) {
    ++i;
  }
  return i;
}

bool IsWord(std::string_view name) {
  std::string lower(name);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return std::binary_search(std::begin(kWords), std::end(kWords), std::string_view(lower));
}

}  // namespace

std::vector<TextStyle> Highlight(std::string_view text) {
  std::vector<TextStyle> styles(text.size(), TextStyle::kPlain);
  const auto paint = [&](size_t begin, size_t end, TextStyle style) {
    std::fill(styles.begin() + static_cast<long>(begin), styles.begin() + static_cast<long>(end), style);
  };
  const size_t first = text.find_first_not_of(" \t\n");
  if (first != std::string_view::npos && text[first] == '.') {
    paint(first, std::min(text.find_first_of(" \t\n", first), text.size()), TextStyle::kCommand);
    return styles;
  }
  for (size_t i = 0; i < text.size();) {
    size_t end = i + 1;
    if (text[i] == '"' || text[i] == '\'') {
      end = EndOfQuote(text, i);
      paint(i, end, TextStyle::kQuoted);
    } else if (text.substr(i).starts_with("--")) {
      end = std::min(text.find('\n', i), text.size());
      paint(i, end, TextStyle::kComment);
    } else if (std::isdigit(static_cast<unsigned char>(text[i])) != 0) {
      while (end < text.size() && (std::isdigit(static_cast<unsigned char>(text[end])) != 0 || text[end] == '.' ||
                                   text[end] == '-' || text[end] == ',')) {
        ++end;
      }
      while (!std::isdigit(static_cast<unsigned char>(text[end - 1]))) --end;
      paint(i, end, TextStyle::kNumber);
    } else if (IsLetter(text[i])) {
      bool is_code = false;
      end = EndOfName(text, i, &is_code);
      if (is_code) {
        paint(i, end, TextStyle::kCode);
      } else if (IsWord(text.substr(i, end - i))) {
        paint(i, end, TextStyle::kKeyword);
      }
    } else if (text[i] == '$') {
      while (end < text.size() && IsNamePart(text[end])) ++end;
      paint(i, end, TextStyle::kCode);
    }
    i = end;
  }
  return styles;
}

void HighlightPair(std::string_view text, size_t cursor, std::vector<TextStyle>* styles) {
  const auto counts = [&](size_t i) {
    return (text[i] == '(' || text[i] == ')') && (*styles)[i] != TextStyle::kQuoted &&
           (*styles)[i] != TextStyle::kComment;
  };
  size_t at = cursor;
  if (at >= text.size() || !counts(at)) {
    if (cursor == 0 || !counts(cursor - 1)) return;
    at = cursor - 1;
  }
  const bool forwards = text[at] == '(';
  int depth = 0;
  for (size_t i = at;; forwards ? ++i : --i) {
    if (counts(i)) depth += text[i] == text[at] ? 1 : -1;
    if (depth == 0) {
      (*styles)[at] = (*styles)[i] = TextStyle::kBracket;
      return;
    }
    if (forwards ? i + 1 == text.size() : i == 0) break;
  }
  (*styles)[at] = TextStyle::kError;
}

std::string_view ColourOf(TextStyle style) {
  switch (style) {
    case TextStyle::kPlain:
      return "";
    case TextStyle::kKeyword:
      return "\x1b[1;34m";
    case TextStyle::kQuoted:
      return "\x1b[32m";
    case TextStyle::kCode:
      return "\x1b[36m";
    case TextStyle::kNumber:
      return "\x1b[35m";
    case TextStyle::kComment:
      return "\x1b[2;3m";
    case TextStyle::kCommand:
      return "\x1b[1;33m";
    case TextStyle::kBracket:
      return "\x1b[1;7m";
    case TextStyle::kError:
      return "\x1b[4;31m";
  }
  return "";
}

}  // namespace muster::shell
