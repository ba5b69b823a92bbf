// The keywords of the language.
#ifndef MUSTER_GRAMMAR_TEXT_KEYWORDS_H_
#define MUSTER_GRAMMAR_TEXT_KEYWORDS_H_

#include <string>
#include <string_view>
#include <vector>

namespace muster::grammar {

/// The keywords, for completion and hints, in lower case.
const std::vector<std::string>& Keywords();
/// Whether the word is one of them, or a part of one.
bool IsKeyword(std::string_view word);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_TEXT_KEYWORDS_H_
