#include "engine/ontology/obo_line.h"

#include "engine/model/text/text.h"

namespace muster::ontology {
namespace {

using model::IsAsciiBlank;
using model::Trim;

/// Tags whose value is text without quotes: there, a quotation mark is just a character.
bool IsFreeText(std::string_view tag) { return tag == "name" || tag == "comment" || tag == "remark"; }

}  // namespace

bool SplitOboLine(std::string_view line, OboLine& out) {
  size_t colon = 0;
  while (colon < line.size() && line[colon] != ':') colon += line[colon] == '\\' ? 2 : 1;
  if (colon >= line.size()) return false;
  out.tag = Trim(line.substr(0, colon));
  if (out.tag.empty()) return false;
  const std::string_view value = line.substr(colon + 1);
  const bool quotes = !IsFreeText(out.tag);

  // A comment begins with '!', modifiers with '{', after a blank and outside of quotes.
  bool in_quotes = false;
  bool in_braces = false;
  size_t brace = value.npos;
  size_t end = value.size();
  for (size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    const bool after_blank = i == 0 || IsAsciiBlank(value[i - 1]);
    if (c == '\\') {
      ++i;
    } else if (c == '"' && (quotes || in_braces)) {
      in_quotes = !in_quotes;
    } else if (in_quotes) {
      continue;
    } else if (c == '{' && after_blank) {
      in_braces = true;
      brace = i;
    } else if (c == '}') {
      in_braces = false;
    } else if (c == '!' && after_blank) {
      end = i;
      break;
    }
  }
  out.value = Trim(value.substr(0, end));
  out.modifiers = {};
  if (brace != value.npos && brace < end && out.value.ends_with('}')) {
    const std::string_view braced = Trim(value.substr(brace, end - brace));
    out.modifiers = braced.substr(1, braced.size() - 2);
    out.value = Trim(value.substr(0, brace));
  }
  return true;
}

std::string UnescapeObo(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      plain.push_back(text[i]);
      continue;
    }
    const char c = text[++i];
    plain.push_back(c == 'n' ? '\n' : c == 't' ? '\t' : c == 'W' ? ' ' : c);
  }
  return plain;
}

bool TakeQuoted(std::string_view& text, std::string& out) {
  text = Trim(text);
  if (!text.starts_with('"')) return false;
  for (size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      out = UnescapeObo(text.substr(1, i - 1));
      text.remove_prefix(i + 1);
      return true;
    }
  }
  return false;
}

std::string TakeOboWord(std::string_view& text) {
  text = Trim(text);
  size_t end = 0;
  while (end < text.size() && !IsAsciiBlank(text[end])) end += text[end] == '\\' ? 2 : 1;
  if (end > text.size()) end = text.size();
  std::string word = UnescapeObo(text.substr(0, end));
  text.remove_prefix(end);
  return word;
}

}  // namespace muster::ontology
