#include "engine/model/document/code_spellings.h"

#include <charconv>

#include "engine/model/text/text.h"

namespace muster::model {

std::string EncodeSpellings(const CodeSpellings& spellings) {
  return Concat({std::to_string(spellings.number), " ", std::to_string(spellings.since)});
}

CodeSpellings SpellingsIn(const std::map<std::string, std::string>& documents) {
  CodeSpellings spellings{.number = 0};
  const auto found = documents.find(std::string(kCodeSpellingsDocument));
  if (found == documents.end()) return spellings;
  const std::string& text = found->second;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, spellings.number);
  if (error == std::errc() && rest != end) std::from_chars(rest + 1, end, spellings.since);
  return spellings;
}

}  // namespace muster::model
