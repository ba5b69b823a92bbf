#include "engine/model/codes/country.h"

#include <set>
#include <string_view>

#include "gtest/gtest.h"

namespace muster::model {
namespace {

TEST(CountryTest, CodesOfTheStandard) {
  for (const char* code : {"ad", "gb", "de", "gr", "zw", "ss", "no"}) EXPECT_TRUE(IsCountryCode(code)) << code;
}

TEST(CountryTest, OtherLettersAreNone) {
  for (const char* other : {"", "g", "uk", "en", "el", "eu", "xx", "GB", "d ", " d", "deu", "e f", "!!", "\xff\xfe"}) {
    EXPECT_FALSE(IsCountryCode(other)) << other;
  }
}

TEST(CountryTest, WhatIsNamedForCertain) {
  for (const auto& [text, code] : {std::pair{"de", "DE"},
                                   {"deu", "DE"},
                                   {" Germany ", "DE"},
                                   {"UK", "GB"},
                                   {"EL", "GR"},
                                   {"Deutschland", ""},
                                   {"D", ""},
                                   {"England", ""},
                                   {"DE,AT", ""},
                                   {"Congo", ""},
                                   {"Democratic Republic of the Congo", "CD"},
                                   {"Republic of the Congo", "CG"},
                                   {"Virgin Islands", ""},
                                   {"Virgin Islands (U.S.)", "VI"},
                                   {"", ""}}) {
    EXPECT_EQ(CountryNamed(text), code) << text;
  }
}

TEST(CountryTest, NoTwoHaveOneName) {
  std::set<std::string_view> names;
  for (const Country& country : Countries()) EXPECT_TRUE(names.insert(country.name).second) << country.name;
}

TEST(CountryTest, WhatIsMeant) {
  EXPECT_EQ(CountryMeantBy("uk"), "gb");
  EXPECT_EQ(CountryMeantBy("el"), "gr");
  EXPECT_EQ(CountryMeantBy("de"), "");
  EXPECT_EQ(CountryMeantBy("qq"), "");
}

}  // namespace
}  // namespace muster::model
