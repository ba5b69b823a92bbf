#include "engine/model/text/spellings.h"

namespace muster::model {
namespace {

// What is below the accents, of U+00C0 to U+017F; a point, where that is no one letter.
constexpr std::string_view kBase =
    "aaaaaa.ceeeeiiiidnooooo.ouuuuytsaaaaaa.ceeeeiiiidnooooo.ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

// What two letters are written for it in German, and in the north: "ue" for ü; or else nothing.
std::string_view TwoLetters(unsigned code) {
  switch (code) {
    case 0xC4:
    case 0xE4:
    case 0xC6:
    case 0xE6:
      return "ae";
    case 0xD6:
    case 0xF6:
    case 0xD8:
    case 0xF8:
    case 0x152:
    case 0x153:
      return "oe";
    case 0xDC:
    case 0xFC:
      return "ue";
    case 0xDF:
      return "ss";
    case 0xC5:
    case 0xE5:
      return "aa";
    default:
      return {};
  }
}

}  // namespace

std::vector<std::string> SpellingsOf(std::string_view name) {
  std::string one;  // letter for letter
  std::string two;  // two letters for some
  for (size_t i = 0; i < name.size(); ++i) {
    const auto lead = static_cast<unsigned char>(name[i]);
    if (lead < 0x80 || i + 1 == name.size()) {
      one.push_back(name[i]);
      two.push_back(name[i]);
      continue;
    }
    const auto next = static_cast<unsigned char>(name[i + 1]);
    const unsigned code = (lead & 0x1FU) << 6U | (next & 0x3FU);
    if (lead == 0xCC || (lead == 0xCD && next <= 0xAF)) {
      // An accent that stands behind its letter: of two dots there is a spelling with an e.
      if (code == 0x308 && !two.empty()) two.push_back('e');
      ++i;
    } else if (lead >= 0xC3 && lead <= 0xC5) {
      const char base = kBase[code - 0xC0];
      const std::string_view letters = TwoLetters(code);
      if (base != '.') {
        one.push_back(base);
      } else {
        one.append(letters);
      }
      if (!letters.empty()) {
        two.append(letters);
      } else if (base != '.') {
        two.push_back(base);
      }
      ++i;
    } else {
      one.push_back(name[i]);
      two.push_back(name[i]);
    }
  }
  std::vector<std::string> spellings{std::string(name)};
  if (one != name) spellings.push_back(one);
  if (two != name && two != one) spellings.push_back(std::move(two));
  return spellings;
}

}  // namespace muster::model
