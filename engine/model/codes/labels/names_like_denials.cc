#include "engine/model/codes/labels/names_like_denials.h"

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
    "aucune perception lumineuse",
    "ninguna percepci\xC3\xB3n de luz",
    "nenhuma percep\xC3\xA7\xC3\xA3o de luz",
    "geen lichtperceptie",
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
    // Who has no home (ICD-10 Z59.0).
    "no fixed abode",
    "no fixed address",
    "no permanent address",
    "no permanent residence",
    "ingen fast bostad",
    "ingen fast bop\xC3\xA6l",
    "ingen fast bolig",
    // Drugs.
    "no spa",
    "no doz",
};

// A no, and what a healthy person has or does: together a finding, which HPO calls "No social interaction" or "Absent
// speech" (label_words.cc has HPO's own names). A no before something that is amiss denies it.
constexpr std::string_view kDenyingWords[] = {
    "kein ",    "keine ", "keinerlei ", "keinen ",  "ohne ",          "pas de ",  "pas d'", "aucun ",
    "aucune ",  "sans ",  "sin ",       "ningun ",  "ning\xC3\xBAn ", "ninguna ", "senza ", "nessun ",
    "nessuna ", "sem ",   "nenhum ",    "nenhuma ", "geen ",          "zonder "};
constexpr std::string_view kOfTheHealthy[] = {
    // German.
    "soziale interaktion",
    "soziale interaktionen",
    "appetit",
    "sprache",
    "lautsprache",
    "sprachentwicklung",
    "blickkontakt",
    "z\xC3\xA4hne",
    // French.
    "interaction sociale",
    "interactions sociales",
    "app\xC3\xA9tit",
    "langage",
    "langage oral",
    "parole",
    "contact visuel",
    "dents",
    // Spanish.
    "interacci\xC3\xB3n social",
    "interaccion social",
    "apetito",
    "lenguaje",
    "habla",
    "contacto visual",
    "dientes",
    // Italian.
    "interazione sociale",
    "interazioni sociali",
    "appetito",
    "linguaggio",
    "contatto visivo",
    "denti",
    // Portuguese.
    "intera\xC3\xA7\xC3\xA3o social",
    "interacao social",
    "apetite",
    "linguagem",
    "fala",
    "contato visual",
    "dentes",
    // What people have around them: homes, work, an income (ICD-10 Z55 to Z65).
    "festen wohnsitz",
    "fester wohnsitz",
    "feste wohnung",
    "wohnung",
    "obdach",
    "arbeit",
    "arbeitsplatz",
    "erwerb",
    "beruf",
    "einkommen",
    "krankenversicherung",
    "schulabschluss",
    "abri",
    "logement",
    "logement fixe",
    "domicile",
    "domicile fixe",
    "emploi",
    "travail",
    "profession",
    "revenus",
    "ressources",
    "couverture sociale",
    "hogar",
    "techo",
    "domicilio",
    "domicilio fijo",
    "empleo",
    "trabajo",
    "ingresos",
    "dimora",
    "dimora fissa",
    "fissa dimora",
    "tetto",
    "casa",
    "lavoro",
    "occupazione",
    "reddito",
    "abrigo",
    "teto",
    "emprego",
    "trabalho",
    "rendimentos",
    "vaste woonplaats",
    "vaste woon of verblijfplaats",
    "vaste verblijfplaats",
    "woning",
    "werk",
    "inkomen",
    "dak",
    // Dutch.
    "sociale interactie",
    "sociale interacties",
    "eetlust",
    "spraak",
    "taal",
    "spraakontwikkeling",
    "taalontwikkeling",
    "oogcontact",
    "tanden",
};

// Whether `text` ends behind that, or goes on behind a comma or the like: "langage anormal" is something else.
bool IsOfTheHealthy(std::string_view text) {
  return std::any_of(std::begin(kOfTheHealthy), std::end(kOfTheHealthy), [&](std::string_view thing) {
    if (!text.starts_with(thing)) return false;
    const std::string_view rest = text.substr(thing.size());
    return rest.empty() || rest[0] == ',' || rest[0] == ';' || rest[0] == ':' || rest.starts_with(" (");
  });
}

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
  if (std::any_of(std::begin(kDenyingWords), std::end(kDenyingWords), [&](std::string_view no) {
        return text.starts_with(no) && IsOfTheHealthy(std::string_view(text).substr(no.size()));
      })) {
    return true;
  }
  return std::any_of(std::begin(kNames), std::end(kNames),
                     [&](std::string_view name) { return text.starts_with(name) && EndsAt(text, name.size()); });
}

}  // namespace muster::model
