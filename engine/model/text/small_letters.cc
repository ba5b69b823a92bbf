#include "engine/model/text/small_letters.h"

#include "engine/model/text/text.h"

namespace muster::model {
namespace {

// Of a letter of U+00C0 to U+017F. In Latin Extended-A capitals and small letters take turns, from an even or an odd
// one on. (Of the Turkish dotted I and of the Afrikaans n there is no pair.)
unsigned SmallOf(unsigned code) {
  if (code < 0x100) return code <= 0xDE && code != 0xD7 ? code + 0x20 : code;
  if (code == 0x178) return 0xFF;
  const bool from_odd = (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E);
  const bool none = code == 0x130 || code == 0x131 || code == 0x138 || code == 0x149 || code == 0x17F;
  return !none && (code % 2 == 1) == from_odd ? code + 1 : code;
}

}  // namespace

std::string InSmallLetters(std::string_view text) {
  std::string small = ToLower(text);
  for (size_t i = 0; i + 1 < small.size(); ++i) {
    const auto lead = static_cast<unsigned char>(small[i]);
    const auto next = static_cast<unsigned char>(small[i + 1]);
    if (lead < 0xC3 || lead > 0xC5 || (next & 0xC0U) != 0x80) continue;
    const unsigned code = SmallOf((lead & 0x1FU) << 6U | (next & 0x3FU));
    small[i] = static_cast<char>(0xC0U | code >> 6U);
    small[++i] = static_cast<char>(0x80U | (code & 0x3FU));
  }
  return small;
}

}  // namespace muster::model
