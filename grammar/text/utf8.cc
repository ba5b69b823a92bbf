#include "grammar/text/utf8.h"

#include <cstdint>
#include <cstring>

namespace muster::grammar {

CodePoint ReadCodePoint(std::string_view text, size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const size_t length = lead < 0x80                   ? 1
                        : lead >= 0xC2 && lead < 0xE0 ? 2
                        : lead >= 0xE0 && lead < 0xF0 ? 3
                        : lead >= 0xF0 && lead < 0xF5 ? 4
                                                      : 0;
  if (length == 0 || at + length > text.size()) return {};
  char32_t code = length == 1 ? lead : lead & (0xFFU >> (length + 1));
  for (size_t k = 1; k < length; ++k) {
    const auto next = static_cast<unsigned char>(text[at + k]);
    if ((next & 0xC0) != 0x80) return {};
    code = code << 6 | (next & 0x3F);
  }
  const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
  if (overlong || (code >= 0xD800 && code < 0xE000) || code > 0x10FFFF) return {};
  return {code, length};
}

size_t FindInvalidUtf8(std::string_view text) {
  // Texts are ASCII for the most part, of which eight bytes are looked at at once.
  constexpr uint64_t kBeyondAscii = 0x8080808080808080;
  for (size_t i = 0; i < text.size();) {
    uint64_t eight = kBeyondAscii;
    if (i + sizeof eight <= text.size()) std::memcpy(&eight, text.data() + i, sizeof eight);
    if ((eight & kBeyondAscii) == 0) {
      i += sizeof eight;
      continue;
    }
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    const CodePoint decoded = ReadCodePoint(text, i);
    if (decoded.length == 0) return i;
    i += decoded.length;
  }
  return std::string_view::npos;
}

}  // namespace muster::grammar
