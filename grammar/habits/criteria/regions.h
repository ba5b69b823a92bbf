// Names of regions that people write for a country, and the countries that they are of.
#ifndef MUSTER_GRAMMAR_HABITS_CRITERIA_REGIONS_H_
#define MUSTER_GRAMMAR_HABITS_CRITERIA_REGIONS_H_

#include <optional>
#include <string_view>

namespace muster::grammar {

/// "AT, BE, ..." for EU, in any case: countries by their two letters. Of a region whose members are not agreed upon,
/// such as Asia, some of them and "...". nullopt for other words.
std::optional<std::string_view> CountriesOf(std::string_view region);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_CRITERIA_REGIONS_H_
