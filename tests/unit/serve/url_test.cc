#include "serve/http/url.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace muster::serve {
namespace {

using testing::ElementsAre;
using testing::Pair;

TEST(UrlTest, TakesTargetsApart) {
  const std::optional<Target> target =
      ParseTarget("/beacon/v2/datasets/a%2Fb/individuals?filters=HP%3A1,X&skip=2&flag");
  ASSERT_TRUE(target.has_value());
  EXPECT_THAT(target->path, ElementsAre("beacon", "v2", "datasets", "a/b", "individuals"));
  EXPECT_THAT(target->query, ElementsAre(Pair("filters", "HP:1,X"), Pair("skip", "2"), Pair("flag", "")));
}

TEST(UrlTest, RefusesWhatIsBadlyEncoded) {
  for (const char* bad : {"", "x", "/%", "/%4", "/%zz", "/%00", "/%FF", "/a?x=%C0%80"}) {
    EXPECT_FALSE(ParseTarget(bad).has_value()) << bad;
  }
}

TEST(UrlTest, ReadsAbsoluteUrls) {
  const std::optional<Url> url = ParseUrl("https://node.example.org:8443/beacon/v2?x=1");
  ASSERT_TRUE(url.has_value());
  EXPECT_TRUE(url->secure);
  EXPECT_EQ(url->host, "node.example.org");
  EXPECT_EQ(url->port, 8443);
  EXPECT_EQ(url->target, "/beacon/v2?x=1");
  EXPECT_EQ(ParseUrl("http://[::1]:80")->host, "::1");
  EXPECT_EQ(ParseUrl("http://a")->target, "/");
}

TEST(UrlTest, RefusesUrlsThatLeadElsewhere) {
  for (const char* bad : {"ftp://a/", "//a/", "http://", "http://login.example@evil.example/", "http://a:0/",
                          "http://a:70000/", "http://a\\b/", "http://a/ b", "http://a/#b"}) {
    EXPECT_FALSE(ParseUrl(bad).has_value()) << bad;
  }
}

TEST(UrlTest, EncodesWhatItDecodes) {
  const std::string text = "a/b c%\xC3\xA9";
  EXPECT_EQ(PercentEncode(text), "a%2Fb%20c%25%C3%A9");
  EXPECT_EQ(PercentDecode(PercentEncode(text), false), text);
}

}  // namespace
}  // namespace muster::serve
