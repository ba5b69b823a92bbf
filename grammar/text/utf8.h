// Code points of UTF-8 text.
#ifndef MUSTER_GRAMMAR_TEXT_UTF8_H_
#define MUSTER_GRAMMAR_TEXT_UTF8_H_

#include <cstddef>
#include <string_view>

namespace muster::grammar {

struct CodePoint {
  char32_t value = 0;
  size_t length = 0;  ///< in bytes; 0 where the text is not UTF-8
};

/// The code point that begins at byte `at`, which is in the text.
CodePoint ReadCodePoint(std::string_view text, size_t at);

/// The first byte that is not UTF-8, or npos.
size_t FindInvalidUtf8(std::string_view text);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_TEXT_UTF8_H_
