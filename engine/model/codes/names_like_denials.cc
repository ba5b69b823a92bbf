#include "engine/model/codes/names_like_denials.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "engine/model/text/text.h"

namespace muster::model {
namespace {

// In lower case (of ASCII). What follows is another word.
constexpr std::string_view kNames[] = {
    // A virus, by the place it was found at.
    "sin nombre",
    // The eye that does not tell light from dark.
    "no light perception",
    "no perception of light",
    "keine lichtperzeption",
    "keine lichtwahrnehmung",
    "keine lichtscheinwahrnehmung",
    "kein lichtschein",
    "sin percepci\xC3\xB3n de luz",
    "sin percepcion de luz",
    "sin percepci\xC3\xB3n luminosa",
    "pas de perception lumineuse",
    "pas de perception de la lumi\xC3\xA8re",
    "nessuna percezione della luce",
    "nessuna percezione luminosa",
    "sem percep\xC3\xA7\xC3\xA3o de luz",
    "sem percep\xC3\xA7\xC3\xA3o luminosa",
    // What HPO calls "No social interaction", "No appetite" and "No speech development" (label_words.cc has all of
    // HPO's
    // own), in other languages.
    "keine soziale interaktion",
    "pas d'interaction sociale",
    "pas d'interactions sociales",
    "sin interacci\xC3\xB3n social",
    "nessuna interazione sociale",
    "sem intera\xC3\xA7\xC3\xA3o social",
    "kein appetit",
    "pas d'app\xC3\xA9tit",
    "sin apetito",
    "nessun appetito",
    "sem apetite",
    "keine sprache",
    "keine sprachentwicklung",
    "pas de langage",
    "sin lenguaje",
    "nessun linguaggio",
    "sem linguagem",
    // A vessel that was opened and does not fill; two ways of operating.
    "no reflow",
    "no touch",
    "no scalpel",
    // Scanning electron microscopy.
    "sem of",
    "sem imaging",
    "sem analysis",
    "sem examination",
    "sem (scanning",
    // Drugs.
    "no spa",
    "no doz",
};

// The byte in which a text goes on is of another word.
bool EndsAt(std::string_view text, size_t size) {
  return text.size() == size || (!IsAsciiAlnum(text[size]) && static_cast<unsigned char>(text[size]) < 0x80);
}

}  // namespace

bool IsNameLikeDenial(std::string_view label) {
  constexpr size_t kLongest = 40;
  std::string text = ToLower(Trim(label).substr(0, kLongest));
  for (size_t curved; (curved = text.find("\xE2\x80\x99")) != text.npos;) text.replace(curved, 3, "'");
  std::replace(text.begin(), text.end(), '-', ' ');  // "no-reflow"
  return std::any_of(std::begin(kNames), std::end(kNames),
                     [&](std::string_view name) { return text.starts_with(name) && EndsAt(text, name.size()); });
}

}  // namespace muster::model
