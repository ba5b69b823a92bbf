#include "engine/bind/remarks/asked/code_as_written.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"

namespace muster::bind {
namespace {

// As CODE in grammar/CohortQuery.g4.
bool IsReadAsCode(std::string_view code) {
  const size_t colon = code.find(':');
  if (colon == code.npos || colon == 0 || colon + 1 == code.size()) return false;
  const auto is_of = [](std::string_view text, std::string_view signs) {
    return std::all_of(text.begin(), text.end(), [&](char c) {
      return absl::ascii_isalnum(static_cast<unsigned char>(c)) || signs.find(c) != signs.npos;
    });
  };
  const char first = code[colon + 1];
  return absl::ascii_isalpha(static_cast<unsigned char>(code[0])) && is_of(code.substr(0, colon), "_.-") &&
         (absl::ascii_isalnum(static_cast<unsigned char>(first)) || first == '_') &&
         is_of(code.substr(colon + 1), "_.+/-");
}

}  // namespace

grammar::Literal LiteralOfCode(std::string_view code) {
  grammar::Literal term;
  term.kind = IsReadAsCode(code) ? grammar::Literal::Kind::kCode : grammar::Literal::Kind::kQuoted;
  term.text = std::string(code);
  return term;
}

std::string CodeAsWritten(std::string_view code) {
  if (IsReadAsCode(code)) return std::string(code);
  return absl::StrCat("\"", absl::StrReplaceAll(std::string(code), {{"\\", "\\\\"}, {"\"", "\\\""}}), "\"");
}

}  // namespace muster::bind
