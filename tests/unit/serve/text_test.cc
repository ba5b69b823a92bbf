#include "serve/text/text.h"

#include <cstdint>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace muster::serve {
namespace {

using testing::ElementsAre;

TEST(TextTest, SplitsAndTrims) {
  EXPECT_THAT(Split("a,,b,", ','), ElementsAre("a", "b"));
  EXPECT_EQ(Trim(" \tx y\r\n"), "x y");
  EXPECT_TRUE(EqualsIgnoreCase("Bearer", "bEARER"));
  EXPECT_FALSE(EqualsIgnoreCase("Bearer", "Bearer "));
}

TEST(TextTest, ReadsWholeNumbersOnly) {
  EXPECT_EQ(ParseInteger<uint16_t>("65535"), 65535);
  for (const char* bad : {"", "-1", "65536", "1.0", " 1", "1x"})
    EXPECT_FALSE(ParseInteger<uint16_t>(bad).has_value()) << bad;
}

TEST(TextTest, ShortensBetweenCharactersAndShowsNoControls) {
  EXPECT_EQ(Shorten("a\xC3\xA9", 2), "a...");
  EXPECT_EQ(Shorten("a\nb\xE2\x80\xAEQ", 20), "a?b?Q");
}

TEST(TextTest, KnowsUtf8) {
  for (const char* good : {"", "plain", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80"})
    EXPECT_TRUE(IsUtf8(good)) << good;
  for (const char* bad : {"\xFF", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\x80"}) {
    EXPECT_FALSE(IsUtf8(bad)) << bad;
  }
}

}  // namespace
}  // namespace muster::serve
