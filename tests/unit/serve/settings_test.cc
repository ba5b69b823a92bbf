#include "serve/config/settings.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace muster::serve {
namespace {

using testing::HasSubstr;

TEST(SettingsTest, DefaultsAreWhatTheTextSays) {
  const absl::StatusOr<Settings> read = ParseSettings(DefaultSettingsText(), "defaults");
  ASSERT_TRUE(read.ok()) << read.status();
  const Settings plain;
  EXPECT_EQ(read->listen.port, plain.listen.port);
  EXPECT_EQ(read->beacon.id, plain.beacon.id);
  EXPECT_EQ(read->open_tier.policy, "public");
  EXPECT_EQ(read->open_tier.granularity, Granularity::kBoolean);
  EXPECT_EQ(read->registered.granularity, Granularity::kCount);
  EXPECT_EQ(read->limits.per_minute, plain.limits.per_minute);
  EXPECT_EQ(read->researcher_status, plain.researcher_status);
}

TEST(SettingsTest, GivesNobodyWithoutATokenTheNetworksOwn) {
  constexpr char kNode[] = "[[node]]\nid = \"a\"\nurl = [\"https://a.example/beacon/v2\"]\nforward_passport = true\n";
  EXPECT_TRUE(ParseSettings(kNode, "file").ok());
  const absl::StatusOr<Settings> both = ParseSettings(std::string(kNode) + "token_file = \"x\"\n", "file");
  EXPECT_THAT(std::string(both.status().message()), HasSubstr("node.token_file is never used"));
}

TEST(SettingsTest, ReadsWhatIsSet) {
  const absl::StatusOr<Settings> read = ParseSettings(R"(
[listen]
port = 9000
metrics = "127.0.0.1:9464"
[tiers]
public = { policy = "exact", granularity = "count" }
[[issuer]]
iss = "https://login.example.org/"
jwks = "https://login.example.org/jwks"
issues = ["tokens"]
[[dataset]]
id = "east"
grant = "https://data.example/east"
[[node]]
id = "org.example.a"
url = ["https://a.example/beacon/v2", "https://b.example/beacon/v2"]
)",
                                                      "file");
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_EQ(read->listen.port, 9000);
  EXPECT_EQ(read->listen.metrics_port, 9464);
  EXPECT_EQ(read->open_tier.policy, "exact");
  EXPECT_EQ(read->open_tier.granularity, Granularity::kCount);
  ASSERT_EQ(read->issuers.size(), 1U);
  EXPECT_TRUE(read->issuers[0].tokens);
  EXPECT_FALSE(read->issuers[0].visas);
  EXPECT_EQ(read->datasets[0].grant, "https://data.example/east");
  EXPECT_EQ(read->nodes[0].urls.size(), 2U);
}

TEST(SettingsTest, SaysAllThatIsWrongWithItsPlace) {
  const absl::StatusOr<Settings> read = ParseSettings(
      "[listen]\nport = 70000\nadress = \"x\"\n[tiers]\npublic = { granularity = \"record\" }\n[cors]\norigins = "
      "[\"*\"]\n",
      "musterd.toml");
  ASSERT_FALSE(read.ok());
  const std::string message(read.status().message());
  EXPECT_THAT(message, HasSubstr("musterd.toml: line 2: listen.port"));
  EXPECT_THAT(message, HasSubstr("line 3: listen.adress is not known"));
  EXPECT_THAT(message, HasSubstr("line 5: tiers.public.granularity"));
  EXPECT_THAT(message, HasSubstr("line 7: cors.origins"));
  EXPECT_THAT(message, HasSubstr("from 0 to 65535"));
  EXPECT_THAT(std::string(ParseSettings("x = ", "f").status().message()), HasSubstr("f: line 1"));
}

TEST(SettingsTest, SaysWhatCouldNotBeMeant) {
  const std::string message(ParseSettings(R"([beacon]
age_means = "age at birthday"
[[issuer]]
iss = "https://login.example.org/"
jwks = "http://login.example.org/jwks"
[[dataset]]
id = "east"
grant = "https://data.example/east"
[[dataset]]
id = "east"
grant = "https://data.example/west"
)",
                                          "f")
                                .status()
                                .message());
  EXPECT_THAT(message, HasSubstr("line 2: beacon.age_means is age at"));
  EXPECT_THAT(message, HasSubstr("line 5: issuer.jwks has to be an https URL"));
  EXPECT_THAT(message, HasSubstr("line 10: dataset.id is there twice"));
  EXPECT_TRUE(ParseSettings("[[issuer]]\niss = \"x\"\njwks = \"http://127.0.0.1:8/jwks\"\n", "f").ok());
}

}  // namespace
}  // namespace muster::serve
