#include "serve/json/json.h"

#include "gtest/gtest.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

TEST(JsonTest, ReadsWhatItWrites) {
  const std::string text = R"({"b":1,"a":[true,null,"x\n",-2.5],"c":{"d":[]}})";
  const absl::StatusOr<Json> json = ParseJson(text);
  ASSERT_TRUE(json.ok());
  EXPECT_EQ(WriteJson(*json), text);
}

TEST(JsonTest, RefusesWhatIsNotStrict) {
  for (const char* bad : {"", "{", "[1,]", "{} {}", "{'a':1}", "{\"a\":1,\"a\":2}", "\"\xFF\"", "nan", "1e999", "01",
                          "{\"a\":{\"b\":1,\"b\":1}}"}) {
    EXPECT_FALSE(ParseJson(bad).ok()) << bad;
  }
}

TEST(JsonTest, KeepsToItsLimits) {
  EXPECT_TRUE(ParseJson(std::string(64, '[') + std::string(64, ']')).ok());
  EXPECT_FALSE(ParseJson(std::string(65, '[') + std::string(65, ']')).ok());
  EXPECT_FALSE(ParseJson(std::string(100'000, '[')).ok());
  std::string members = "{";
  for (int i = 0; i < 1'001; ++i) Append(members, i > 0 ? ",\"" : "\"", i, "\":0");
  EXPECT_FALSE(ParseJson(members + "}").ok());
  EXPECT_FALSE(ParseJson("[1,2,3]", {.max_depth = 4, .max_members = 4, .max_values = 3}).ok());
}

}  // namespace
}  // namespace muster::serve
