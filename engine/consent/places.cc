#include "engine/consent/places.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "engine/model/codes/country.h"
#include "engine/model/text/text.h"

namespace muster::consent {
namespace {

struct Region {
  std::string_view name;
  std::string_view continents;  // letters, as in model::Country
  std::string_view countries;   // alpha-2, separated by blanks
};

constexpr std::string_view kUnion = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK";
constexpr std::string_view kEconomicArea =
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK";

constexpr Region kRegions[] = {
    {"europe", "e", ""},
    {"gaz:00000464", "e", ""},
    {"africa", "f", ""},
    {"asia", "a", ""},
    {"oceania", "o", ""},
    {"north america", "n", ""},
    {"south america", "s", ""},
    {"latin america", "s", "MX GT BZ SV HN NI CR PA CU DO HT PR"},
    {"america", "ns", ""},
    {"americas", "ns", ""},
    {"worldwide", "efaons-", ""},
    {"eu", "", kUnion},
    {"european union", "", kUnion},
    {"eea", "", kEconomicArea},
    {"european economic area", "", kEconomicArea},
    {"scandinavia", "", "DK NO SE"},
    {"nordic countries", "", "DK FI IS NO SE"},
    {"benelux", "", "BE NL LU"},
};

// Other names of countries.
constexpr std::pair<std::string_view, std::string_view> kNames[] = {
    {"gaz:00002459", "US"},
    {"usa", "US"},
    {"united states", "US"},
    {"united states of america", "US"},
    {"uk", "GB"},
    {"united kingdom", "GB"},
    {"great britain", "GB"},
    {"england", "GB"},
    {"scotland", "GB"},
    {"wales", "GB"},
    {"northern ireland", "GB"},
    {"south korea", "KR"},
    {"russia", "RU"},
    {"czech republic", "CZ"},
    {"the netherlands", "NL"},
    {"holland", "NL"},
    {"turkey", "TR"},
    {"vietnam", "VN"},
    {"iran", "IR"},
    {"taiwan", "TW"},
    {"el", "GR"},
    {"bolivia", "BO"},
    {"venezuela", "VE"},
    {"tanzania", "TZ"},
};

const model::Country* FindCountry(std::string_view text) {
  const std::string lower = model::ToLower(model::Trim(text));
  for (const auto& [name, code] : kNames) {
    if (name == lower) return FindCountry(code);
  }
  for (const model::Country& country : model::Countries()) {
    if (lower == model::ToLower(country.two) || lower == model::ToLower(country.three) ||
        lower == model::ToLower(country.name)) {
      return &country;
    }
  }
  return nullptr;
}

}  // namespace

bool IsInPlace(std::string_view country, std::string_view place) {
  const model::Country* found = FindCountry(country);
  if (found == nullptr) return false;
  if (const model::Country* other = FindCountry(place)) return other == found;
  const std::string lower = model::ToLower(model::Trim(place));
  for (const Region& region : kRegions) {
    if (region.name != lower) continue;
    return region.continents.find(found->continent) != region.continents.npos ||
           region.countries.find(found->two) != region.countries.npos;
  }
  return false;
}

bool IsKnownPlace(std::string_view place) {
  const std::string lower = model::ToLower(model::Trim(place));
  return FindCountry(place) != nullptr || std::any_of(std::begin(kRegions), std::end(kRegions),
                                                      [&](const Region& region) { return region.name == lower; });
}

}  // namespace muster::consent
