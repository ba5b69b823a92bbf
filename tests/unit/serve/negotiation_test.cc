#include "serve/http/negotiation.h"

#include "gtest/gtest.h"

namespace muster::serve {
namespace {

TEST(NegotiationTest, JsonIsTakenUnlessTheHeaderLeavesItOut) {
  for (const char* takes :
       {"", "*/*", "application/json", "text/html, application/*;q=0.1", "APPLICATION/JSON ; q=0.5",
        "text/html,application/xhtml+xml,*/*;q=0.8", "application/json;q=0.001", "*/*;q=0, application/json"}) {
    EXPECT_TRUE(AcceptsJson(takes)) << takes;
  }
  for (const char* refuses : {"text/html", "application/xml", "application/json;q=0", "*/*, application/json;q=0.0",
                              "image/*", "application/jsonl"}) {
    EXPECT_FALSE(AcceptsJson(refuses)) << refuses;
  }
}

TEST(NegotiationTest, TagsFollowTheContent) {
  const std::string tag = EntityTag("content");
  EXPECT_EQ(tag, EntityTag("content"));
  EXPECT_NE(tag, EntityTag("contents"));
  EXPECT_EQ(tag.size(), 34U);
  EXPECT_EQ(tag.front(), '"');
  EXPECT_EQ(tag.back(), '"');
}

TEST(NegotiationTest, AListOfTagsNamesEachOfThem) {
  EXPECT_TRUE(NamesTag("\"a\"", "\"a\""));
  EXPECT_TRUE(NamesTag("\"b\", W/\"a\"", "\"a\""));
  EXPECT_TRUE(NamesTag("*", "\"a\""));
  EXPECT_FALSE(NamesTag("", "\"a\""));
  EXPECT_FALSE(NamesTag("\"ab\", a", "\"a\""));
}

}  // namespace
}  // namespace muster::serve
