#include "engine/release/policy/policy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"

namespace muster::release {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view kExample = R"({
  "tiers": { "registered": { "preset": "registered", "people": 12 }, "partners": { "preset": "controlled" },
             "public": { "preset": "public" } },
  "datasets": { "registry": { "registered": { "people": 20 }, "public": "hidden" } },
  "epoch": { "max_days": 31, "min_people": 100 },
  "ledger": { "text_days": 730, "durable": "process" } })";

std::string Refusal(std::string_view json) { return std::string(ParsePolicy(json).status().message()); }
std::string RefusalOfTier(const std::string& members) {
  return Refusal(absl::StrCat(R"({"tiers": {"a": {)", members, "}}}"));
}

TEST(ParsePolicy, TakesThePresetsAndWhatIsChangedInThem) {
  const auto policy = ParsePolicy(kExample);
  ASSERT_TRUE(policy.ok()) << policy.status();
  const Tier& registered = policy->tiers.at("registered");
  EXPECT_EQ(registered.protection.people, 12);
  EXPECT_EQ(registered.protection.shown_from, 20);
  EXPECT_EQ(registered.drift, 24);
  EXPECT_EQ(registered.budget.units, 100);
  EXPECT_EQ(policy->tiers.at("partners").protection, (Protection{5, 10, 4 * kVarianceOne, 1}));
  EXPECT_TRUE(policy->tiers.at("public").one_principal);
  EXPECT_FALSE(policy->ledger.disk);
  EXPECT_EQ(policy->MaxPeople(), 20);
  EXPECT_FALSE(registered.limits.labels_of_records);
  const auto labelled = ParsePolicy(R"({"tiers": {"a": {"preset": "public", "labels": "records"}}})");
  ASSERT_TRUE(labelled.ok()) << labelled.status();
  EXPECT_TRUE(labelled->tiers.at("a").limits.labels_of_records);
  EXPECT_THAT(ExplainPolicy(*labelled), HasSubstr("the label of the first record that has one"));
  EXPECT_THAT(RefusalOfTier(R"("preset": "public", "labels": "all")"), HasSubstr("one of \"ontologies\", \"records\""));
}

TEST(ParsePolicy, RaisesWhatIsShownFromWithTheThresholdAndTheNoise) {
  const auto policy = ParsePolicy(R"({"tiers": {"a": {"preset": "registered", "people": 30, "variance": 16}}})");
  ASSERT_TRUE(policy.ok()) << policy.status();
  EXPECT_EQ(policy->tiers.at("a").protection.shown_from, 38);
}

TEST(ParsePolicy, NamesThePlaceOfWhatIsWrong) {
  EXPECT_THAT(RefusalOfTier(R"("preset": "registered", "poeple": 3)"), HasSubstr("tiers.a.poeple: there is no such"));
  EXPECT_THAT(RefusalOfTier(R"("preset": "regular")"), HasSubstr("tiers.a.preset: there is no preset \"regular\""));
  EXPECT_THAT(RefusalOfTier(R"("people": 10)"), HasSubstr("tiers.a.preset: a tier has a preset"));
  EXPECT_THAT(RefusalOfTier(R"("preset": "public", "people": 2)"), HasSubstr("tiers.a.people: from 3 to"));
  EXPECT_THAT(RefusalOfTier(R"("preset": "public", "people": 4.5)"), HasSubstr("a whole number is wanted"));
  EXPECT_THAT(RefusalOfTier(R"("preset": "public", "people": 18446744073709551615)"), HasSubstr("tiers.a.people"));
  EXPECT_THAT(RefusalOfTier(R"("preset": "public", "shown_from": 19)"), HasSubstr("tiers.a.shown_from: at least"));
  EXPECT_THAT(RefusalOfTier(R"("preset": "public", "hidden_fields": ["variant", "shoe size"])"),
              HasSubstr("tiers.a.hidden_fields[1]: there is no entity or field 'shoe size'"));
  EXPECT_THAT(RefusalOfTier(R"("preset": "public", "sites": {"counts": 1})"), HasSubstr("tiers.a.sites.counts"));
  EXPECT_THAT(RefusalOfTier(R"("preset": "public", "preset": "controlled")"), HasSubstr("\"preset\" is written twice"));
  EXPECT_THAT(Refusal(R"({"tiers": {}})"), HasSubstr("one tier at least"));
  EXPECT_THAT(Refusal(R"({"teirs": {}})"), HasSubstr("teirs: there is no such member"));
  EXPECT_THAT(Refusal("{\n,}"), HasSubstr("line 2"));
  EXPECT_THAT(Refusal("[]"), HasSubstr("policy: an object"));
}

TEST(ParsePolicy, WantsNoNoiseAccepted) {
  for (const char* preset : {"fdpg", "opensafely", "ons", "omop", "cms", "datashield"}) {
    EXPECT_THAT(RefusalOfTier(absl::StrCat(R"("preset": ")", preset, "\"")), HasSubstr("accept_no_noise")) << preset;
    EXPECT_EQ(RefusalOfTier(absl::StrCat(R"("preset": ")", preset, R"(", "accept_no_noise": true)")), "") << preset;
  }
  EXPECT_THAT(RefusalOfTier(R"("preset": "registered", "variance": 0.5)"), HasSubstr("accept_no_noise"));
  for (const char* preset : {"public", "registered", "controlled", "sample-locator", "i2b2"}) {
    EXPECT_EQ(RefusalOfTier(absl::StrCat(R"("preset": ")", preset, "\"")), "") << preset;
  }
}

TEST(ParsePolicy, LetsADatasetBeStricterOnly) {
  const auto with = [](const std::string& rule) {
    return Refusal(absl::StrCat(R"({"tiers": {"r": {"preset": "registered"}}, "datasets": {"d": {)", rule, "}}}"));
  };
  EXPECT_EQ(with(R"("r": {"people": 20})"), "");
  EXPECT_THAT(with(R"("r": {"people": 9})"), HasSubstr("datasets.d.r.people: a dataset can be stricter"));
  EXPECT_THAT(with(R"("r": {"variance": 4})"), HasSubstr("datasets.d.r.variance"));
  EXPECT_THAT(with(R"("r": {"round": 1})"), HasSubstr("datasets.d.r.round"));
  EXPECT_THAT(with(R"("r": {"units": 1})"), HasSubstr("datasets.d.r.units: there is no such member"));
  EXPECT_THAT(with(R"("s": "hidden")"), HasSubstr("datasets.d.s: the policy has no such tier"));
  EXPECT_THAT(with(R"("r": "visible")"), HasSubstr("\"hidden\" or an object"));
}

TEST(Policy, IsTheStrictestOfTheDatasetsThatMayBeSeen) {
  const auto policy = ParsePolicy(kExample);
  ASSERT_TRUE(policy.ok());
  EXPECT_EQ(policy->For("registered", {}).protection.people, 20);
  EXPECT_EQ(policy->For("registered", {}).drift, 40);
  EXPECT_EQ(policy->For("registered", {"registry"}).protection.people, 20);
  EXPECT_EQ(policy->For("registered", {"hospital"}).protection.people, 12);
  EXPECT_EQ(policy->For("public", {}).protection.people, 20);
  EXPECT_THAT(policy->HiddenFrom("public"), ElementsAre("registry"));
  EXPECT_THAT(policy->HiddenFrom("registered"), IsEmpty());
}

TEST(ExplainPolicy, SaysInWordsWhatATierGets) {
  const std::string text = ExplainPolicy(*ParsePolicy(kExample));
  EXPECT_THAT(text, HasSubstr("Tier registered (preset registered): count, compare, funnel"));
  EXPECT_THAT(text, HasSubstr("Fewer than 12 people have no number"));
  EXPECT_THAT(text, HasSubstr("Dataset registry is hidden"));
  EXPECT_THAT(text, HasSubstr("Not promised: differential privacy"));
  EXPECT_EQ(WarnOfNoNoise(*ParsePolicy(kExample)), "");
  const auto exact = ParsePolicy(R"({"tiers": {"a": {"preset": "omop", "accept_no_noise": true}}})");
  EXPECT_THAT(ExplainPolicy(*exact), HasSubstr("Without noise (a)"));
}

}  // namespace
}  // namespace muster::release
