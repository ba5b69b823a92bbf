// A token of a text.
#ifndef MUSTER_GRAMMAR_ATN_TOKEN_H_
#define MUSTER_GRAMMAR_ATN_TOKEN_H_

#include <cstddef>
#include <cstdint>

namespace muster::grammar {

/// The end of the text, as a token type; ANTLR's others begin at 1.
inline constexpr uint16_t kEndOfText = 0;

struct Token {
  uint16_t type = kEndOfText;
  uint32_t begin = 0;  ///< bytes [begin, end) of the text
  uint32_t end = 0;
};

/// After how many words whoever reads them looks whether they are still wanted: every few microseconds.
inline constexpr size_t kTokensPerCheck = 64;

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_ATN_TOKEN_H_
