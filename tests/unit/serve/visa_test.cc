#include "serve/token/visa.h"

#include "gtest/gtest.h"

namespace muster::serve {
namespace {

constexpr char kBonaFide[] = "https://doi.org/10.1038/s41431-018-0219-y";

Visa MakeVisa(const char* type, const char* value, const char* by, const char* sub = "me") {
  Visa visa;
  visa.type = type;
  visa.value = value;
  visa.by = by;
  visa.source = "https://university.example";
  visa.sub = sub;
  visa.iss = "https://visas.example/";
  visa.expires = 1'000;
  visa.links = true;
  return visa;
}

Settings Trusting() {
  Settings settings;
  settings.datasets = {{"east", "https://data.example/datasets/east", ""}};
  return settings;
}

Tier TierOf(const std::vector<Visa>& visas) {
  Caller caller;
  int64_t expires = 2'000;
  ApplyVisas(visas, "me", Trusting(), caller, expires);
  return caller.tier;
}

TEST(VisaTest, RegisteredNeedsBothVisas) {
  const Visa status = MakeVisa("ResearcherStatus", kBonaFide, "so");
  const Visa terms = MakeVisa("AcceptedTermsAndPolicies", kBonaFide, "self");
  EXPECT_EQ(TierOf({status, terms}), Tier::kRegistered);
  EXPECT_EQ(TierOf({terms, status}), Tier::kRegistered);
  EXPECT_EQ(TierOf({status}), Tier::kPublic);
  EXPECT_EQ(TierOf({terms}), Tier::kPublic);
  EXPECT_EQ(TierOf({status, MakeVisa("AcceptedTermsAndPolicies", kBonaFide, "")}), Tier::kPublic);
  EXPECT_EQ(TierOf({MakeVisa("ResearcherStatus", kBonaFide, "self"), terms}), Tier::kPublic);
  EXPECT_EQ(TierOf({MakeVisa("researcherstatus", kBonaFide, "so"), terms}), Tier::kPublic);
}

TEST(VisaTest, OtherPeoplesVisasCountOnlyWhenLinked) {
  const Visa status = MakeVisa("ResearcherStatus", kBonaFide, "so", "other");
  const Visa terms = MakeVisa("AcceptedTermsAndPolicies", kBonaFide, "self");
  Visa link = MakeVisa("LinkedIdentities", "other,https%3A%2F%2Fvisas.example%2F", "system");
  EXPECT_EQ(TierOf({status, terms}), Tier::kPublic);
  EXPECT_EQ(TierOf({status, terms, link}), Tier::kRegistered);
  link.links = false;
  EXPECT_EQ(TierOf({status, terms, link}), Tier::kPublic);
}

TEST(VisaTest, ConditionsHaveToBeMetAndUnderstood) {
  const Visa terms = MakeVisa("AcceptedTermsAndPolicies", kBonaFide, "self");
  const Visa faculty = MakeVisa("AffiliationAndRole", "faculty@university.example", "so");
  const auto with = [](const char* conditions) {
    Visa visa = MakeVisa("ResearcherStatus", kBonaFide, "so");
    visa.conditions = *ParseJson(conditions);
    return visa;
  };
  const Visa constant = with(R"([[{"type":"AffiliationAndRole","value":"const:faculty@university.example"}]])");
  EXPECT_EQ(TierOf({constant, terms, faculty}), Tier::kRegistered);
  EXPECT_EQ(TierOf({constant, terms}), Tier::kPublic);
  EXPECT_EQ(TierOf({with(R"([[{"type":"AffiliationAndRole","value":"pattern:faculty@*"}]])"), terms, faculty}),
            Tier::kRegistered);
  for (const char* bad : {R"([[{"type":"AffiliationAndRole","value":"regex:.*"}]])", "[]", "[[]]", "{}", R"([["x"]])",
                          R"([[{"value":"const:faculty@university.example"}]])",
                          R"([[{"type":"AffiliationAndRole","colour":"const:x"}]])"}) {
    EXPECT_EQ(TierOf({with(bad), terms, faculty}), Tier::kPublic) << bad;
  }
}

TEST(VisaTest, GrantsAreWholeValuesByAComittee) {
  const auto grants = [](const char* value, const char* by) {
    Caller caller;
    int64_t expires = 2'000;
    ApplyVisas({MakeVisa("ControlledAccessGrants", value, by)}, "me", Trusting(), caller, expires);
    EXPECT_EQ(caller.tier, Tier::kPublic);
    EXPECT_EQ(expires, caller.grants.empty() ? 2'000 : 1'000);
    return caller.grants.size();
  };
  EXPECT_EQ(grants("https://data.example/datasets/east", "dac"), 1U);
  EXPECT_EQ(grants("https://data.example/datasets/east", "self"), 0U);
  EXPECT_EQ(grants("https://data.example/datasets/east/x", "dac"), 0U);
  EXPECT_EQ(grants("https://evil.example/east", "dac"), 0U);
}

TEST(VisaTest, Patterns) {
  EXPECT_TRUE(MatchesPattern("a*c?", "abbcd"));
  EXPECT_TRUE(MatchesPattern("*", ""));
  EXPECT_FALSE(MatchesPattern("a*c", "abcd"));
  EXPECT_FALSE(MatchesPattern("?", ""));
}

}  // namespace
}  // namespace muster::serve
