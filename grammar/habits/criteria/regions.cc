#include "grammar/habits/criteria/regions.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "absl/strings/ascii.h"

namespace muster::grammar {
namespace {

struct Region {
  std::string_view name, countries;
};

constexpr std::string_view kUnion =  // the European Union of 2020 and later
    "AT, BE, BG, CY, CZ, DE, DK, EE, ES, FI, FR, GR, HR, HU, IE, IT, LT, LU, LV, MT, NL, PL, PT, RO, SE, SI, SK";
constexpr std::string_view kEconomicArea =
    "AT, BE, BG, CY, CZ, DE, DK, EE, ES, FI, FR, GR, HR, HU, IE, IS, IT, LI, LT, LU, LV, MT, NL, NO, PL, PT, RO, SE, "
    "SI, SK";

constexpr Region kRegions[] = {
    {"eu", kUnion},
    {"eu27", kUnion},
    {"european union", kUnion},
    {"eea", kEconomicArea},
    {"europe", "DE, FR, GB, IT, ..."},
    {"european", "DE, FR, GB, IT, ..."},
    {"scandinavia", "DK, NO, SE"},
    {"nordics", "DK, FI, IS, NO, SE"},
    {"nordic", "DK, FI, IS, NO, SE"},
    {"baltics", "EE, LT, LV"},
    {"benelux", "BE, LU, NL"},
    {"dach", "AT, CH, DE"},
    {"iberia", "ES, PT"},
    {"america", "CA, US, ..."},
    {"americas", "BR, CA, US, ..."},
    {"asia", "CN, IN, JP, ..."},
    {"africa", "EG, NG, ZA, ..."},
};

}  // namespace

std::optional<std::string_view> CountriesOf(std::string_view region) {
  const std::string lower = absl::AsciiStrToLower(std::string(region));
  const auto* found =
      std::find_if(std::begin(kRegions), std::end(kRegions), [&](const Region& known) { return known.name == lower; });
  return found == std::end(kRegions) ? std::nullopt : std::optional(found->countries);
}

}  // namespace muster::grammar
