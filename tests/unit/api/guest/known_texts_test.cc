#include "engine/api/guest/known/known_texts.h"

#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/unit/api/guest_fixture.h"

namespace muster::api {
namespace {

constexpr uint64_t kView = 7;

KnownTextPtr MakeKnown(size_t rows = 0) {
  auto known = std::make_shared<KnownText>();
  known->found.resize(1);
  known->found[0].resize(1);
  known->found[0][0].asked.rows.resize(rows);
  return known;
}

TEST(KnownTextsTest, AreOfOneViewOneTextAndItsValues) {
  KnownTexts texts;
  const KnownTextPtr known = MakeKnown();
  QueryOptions female, male, narrow;
  female.parameters = {{"sex", "female"}};
  male.parameters = {{"sex", "male"}};
  narrow.max_depth = 3;
  texts.Insert(kView, "count individuals where sex is $sex", female, known);
  EXPECT_EQ(texts.Find(kView, "count individuals where sex is $sex", female), known);
  EXPECT_EQ(texts.Find(kView, "count individuals where sex is $sex", male), nullptr);
  EXPECT_EQ(texts.Find(kView, "count individuals where sex is $sex", {}), nullptr);
  EXPECT_EQ(texts.Find(kView + 1, "count individuals where sex is $sex", female), nullptr);
  EXPECT_EQ(texts.Find(kView, "count individuals", female), nullptr);
  texts.Insert(kView, "count individuals", {}, known);
  EXPECT_EQ(texts.Find(kView, "count individuals", narrow), nullptr) << "it may be a mistake there";
  texts.Clear();
  EXPECT_EQ(texts.Find(kView, "count individuals", {}), nullptr);
}

TEST(KnownTextsTest, GoWhenThereAreTooMany) {
  const size_t bytes = SizeInBytes(*MakeKnown(100));
  KnownTexts texts(6 * bytes);
  for (int i = 0; i < 9; ++i) {
    texts.Insert(kView, absl::StrCat("count ", i), {}, MakeKnown(100));
    EXPECT_NE(texts.Find(kView, "count 0", {}), nullptr) << "asked all the time";
  }
  EXPECT_EQ(texts.Find(kView, "count 1", {}), nullptr);
  EXPECT_NE(texts.Find(kView, "count 8", {}), nullptr);
  texts.Insert(kView, "large", {}, MakeKnown(200));
  EXPECT_EQ(texts.Find(kView, "large", {}), nullptr) << "it would take the place of many";
  EXPECT_NE(texts.Find(kView, "count 8", {}), nullptr);
}

using KnownAnswersTest = GuestFixture;

TEST_F(KnownAnswersTest, AreChargedWrittenDownAndRefusedAsAnyOthers) {
  AdmitUnder(R"({"tiers": {"registered": {"preset": "registered", "units": 3, "per_minute": 5}}})");
  const std::string text = "count individuals where sex is female";
  const auto first = guest_->Query(text);
  ASSERT_TRUE(first.ok() && first->at(0).table.has_value());
  auto other = catalogue_->Admit({.name = "bob", .tier = "registered"});
  ASSERT_TRUE(other.ok()) << other.status();
  const auto again = (*other)->Query(text);
  ASSERT_TRUE(again.ok() && again->at(0).table.has_value());
  EXPECT_EQ(again->at(0).table->rows, first->at(0).table->rows);
  EXPECT_NE(again->at(0).table->provenance.ledger, first->at(0).table->provenance.ledger);
  EXPECT_EQ((*other)->Budget()->units_left, 2);
  std::vector<std::string> principals;
  for (const LedgerEntry& entry : Entries()) {
    if (entry.what == "statement") principals.push_back(entry.principal);
  }
  EXPECT_THAT(principals, testing::ElementsAre("alice", "bob"));
  for (int i = 0; i < 4; ++i) ASSERT_TRUE((*other)->Query(text)->at(0).table.has_value());
  EXPECT_EQ((*other)->Query(text)->at(0).diagnostics.at(0).code, "budget-used-up") << "for it counts for the rate";
}

TEST_F(KnownAnswersTest, AreNotThoseOfWhoCallsACohortsOfHisOwnTheSame) {
  AdmitUnder(kGuestPolicy);
  const std::string text = "count individuals where in women";
  EXPECT_NE(Refusal(text), "");
  ASSERT_TRUE(Ask("define cohort women as individuals where sex is female").table.has_value());
  const Number women = Count(text);
  ASSERT_TRUE(Ask("define cohort women as individuals where sex is male").table.has_value());
  EXPECT_NE(Count(text).value, women.value);
  ASSERT_TRUE(Ask("drop cohort women").table.has_value());
  EXPECT_NE(Refusal(text), "");
}

TEST_F(KnownAnswersTest, AreNotThoseOfAnEarlierEpochOrPolicy) {
  AdmitUnder(kGuestPolicy);
  const std::string text = "count individuals where sex is female";
  const Number before = Count(text);
  Import("N", "FEMALE", "HP:0001250", 200);
  EXPECT_EQ(Count(text), before);
  ASSERT_TRUE(catalogue_->PublishEpoch().ok());
  EXPECT_GT(*Count(text).value, *before.value + 100);
  const absl::Status set =
      catalogue_->SetPolicy(R"({"tiers": {"registered": {"preset": "registered", "shown_from": 5000}}})");
  ASSERT_TRUE(set.ok()) << set;
  EXPECT_FALSE(Count(text).value.has_value());
}

}  // namespace
}  // namespace muster::api
