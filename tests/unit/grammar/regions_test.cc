// Regions and the countries that they are of.
#include "grammar/habits/criteria/regions.h"

#include <algorithm>

#include "gtest/gtest.h"

namespace muster::grammar {
namespace {

TEST(RegionsTest, InAnyCase) {
  EXPECT_EQ(CountriesOf("DACH"), "AT, CH, DE");
  EXPECT_EQ(CountriesOf("European Union"), CountriesOf("eu"));
  EXPECT_EQ(CountriesOf("de"), std::nullopt);
  EXPECT_EQ(CountriesOf(""), std::nullopt);
}

TEST(RegionsTest, TheUnionHas27) {
  const std::string_view countries = *CountriesOf("EU");
  EXPECT_EQ(std::count(countries.begin(), countries.end(), ','), 26);
  EXPECT_EQ(countries.find("GB"), std::string_view::npos);
}

}  // namespace
}  // namespace muster::grammar
