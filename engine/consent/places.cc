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

// Parts of a country: who is in one is in the country, and not the other way round.
constexpr std::pair<std::string_view, std::string_view> kParts[] = {
    {"england", "GB"}, {"scotland", "GB"}, {"wales", "GB"}, {"northern ireland", "GB"}};

bool IsPart(std::string_view lower) {
  return std::any_of(std::begin(kParts), std::end(kParts), [&](const auto& part) { return part.first == lower; });
}

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
  const std::string lower = model::ToLower(model::Trim(place));
  const std::string there = model::ToLower(model::Trim(country));
  if (IsPart(lower)) return there == lower;
  const auto part =
      std::find_if(std::begin(kParts), std::end(kParts), [&](const auto& one) { return one.first == there; });
  const model::Country* found = FindCountry(part == std::end(kParts) ? country : part->second);
  if (found == nullptr) return false;
  if (const model::Country* other = FindCountry(place)) return other == found;
  for (const Region& region : kRegions) {
    if (region.name != lower) continue;
    return region.continents.find(found->continent) != region.continents.npos ||
           region.countries.find(found->two) != region.countries.npos;
  }
  return false;
}

bool IsKnownPlace(std::string_view place) {
  const std::string lower = model::ToLower(model::Trim(place));
  return IsPart(lower) || FindCountry(place) != nullptr ||
         std::any_of(std::begin(kRegions), std::end(kRegions),
                     [&](const Region& region) { return region.name == lower; });
}

}  // namespace muster::consent
