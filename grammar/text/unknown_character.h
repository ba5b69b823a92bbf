// Private to grammar/: what to write instead of a character that has no meaning in a query.
#ifndef MUSTER_GRAMMAR_TEXT_UNKNOWN_CHARACTER_H_
#define MUSTER_GRAMMAR_TEXT_UNKNOWN_CHARACTER_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace muster::grammar {

/// A hint for `found`, the bytes of one code point at `begin` in `text`; empty if there is none. What it was probably
/// meant as follows from the characters around it: "+" behind a number is "or more".
std::string HintForCharacter(std::string_view found, std::string_view text, size_t begin);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_TEXT_UNKNOWN_CHARACTER_H_
