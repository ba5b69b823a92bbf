#include "engine/release/ledger/accounts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace muster::release {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr int64_t kWeek = 7 * kMicrosPerDay;
constexpr int64_t kStart = 2800 * kWeek;  // the beginning of a window of 7 days
constexpr int64_t kMinute = 60 * kMicrosPerSecond;

LedgerEntry Statement(const std::string& tier, const std::string& principal, uint64_t units, int64_t time,
                      bool near = false) {
  LedgerEntry entry;
  entry.what = "statement";
  entry.tier = tier;
  entry.principal = principal;
  entry.units = units;
  entry.time = time;
  entry.near = near;
  entry.epoch = 1;
  entry.outcome = "answered";
  return entry;
}

Tier Named(const std::string& preset) {
  Tier tier = *PresetTier(preset);
  tier.name = preset;
  return tier;
}

class AccountsTest : public testing::Test {
 protected:
  void Spend(const std::string& principal, uint64_t units, int64_t time, bool near = false) {
    accounts_.Add(Statement(tier_.name, principal, units, time, near), 0);
  }
  bool IsAllowed(const std::string& principal, uint64_t units, int64_t now) const {
    return !accounts_.Check(tier_, principal, units, now).has_value();
  }
  Tier tier_ = Named("registered");
  Accounts accounts_;
};

TEST_F(AccountsTest, RefusesBeyondTheUnitsOfAWindowAndSaysWhenToAskAgain) {
  Spend("alice", 90, kStart);
  EXPECT_TRUE(IsAllowed("alice", 10, kStart + kMinute));
  const auto refusal = accounts_.Check(tier_, "alice", 11, kStart + kMinute);
  ASSERT_TRUE(refusal.has_value());
  EXPECT_EQ(refusal->again, kStart + kWeek);
  EXPECT_TRUE(IsAllowed("bob", 11, kStart + kMinute));
  EXPECT_TRUE(IsAllowed("alice", 100, kStart + kWeek));
  EXPECT_EQ(accounts_.BudgetOf(tier_, "alice", kStart + kMinute).units_left, 10);
  EXPECT_EQ(accounts_.BudgetOf(tier_, "alice", kStart + kMinute).rho, 5);
}

TEST_F(AccountsTest, CountsWhatIsBeingAnswered) {
  accounts_.Reserve(tier_.name, "alice", 95);
  EXPECT_FALSE(IsAllowed("alice", 6, kStart));
  accounts_.GiveBack(tier_.name, "alice", 95);
  EXPECT_TRUE(IsAllowed("alice", 6, kStart));
}

// Also those that cost nothing, or one text could ask any number.
TEST_F(AccountsTest, CountsStatementsThatAreBeingAnsweredForTheRate) {
  tier_.budget.per_minute = 3;
  accounts_.Reserve(tier_.name, "alice", 0);
  accounts_.Reserve(tier_.name, "alice", 0);
  EXPECT_TRUE(IsAllowed("alice", 0, kStart));
  accounts_.Reserve(tier_.name, "alice", 0);
  const auto refusal = accounts_.Check(tier_, "alice", 0, kStart);
  ASSERT_TRUE(refusal.has_value());
  EXPECT_TRUE(refusal->is_rate);
  EXPECT_EQ(refusal->again, kStart + kMinute);
  EXPECT_TRUE(IsAllowed("bob", 0, kStart));
  accounts_.GiveBack(tier_.name, "alice", 0);
  EXPECT_TRUE(IsAllowed("alice", 0, kStart));
}

TEST_F(AccountsTest, RefusesBeyondTheUnitsOfAYearAndOfTheTier) {
  tier_.budget.units_year = 150;
  tier_.budget.units_tier = 120;
  constexpr int64_t kYear = 365 * kMicrosPerDay;
  constexpr int64_t kNewYear = 54 * kYear;
  Spend("alice", 100, kNewYear);
  EXPECT_FALSE(IsAllowed("bob", 21, kNewYear + kMinute));
  EXPECT_TRUE(IsAllowed("bob", 20, kNewYear + kMinute));
  EXPECT_EQ(accounts_.Check(tier_, "alice", 51, kNewYear + 2 * kWeek)->again, kNewYear + kYear);
  EXPECT_TRUE(IsAllowed("alice", 50, kNewYear + 2 * kWeek));
}

TEST_F(AccountsTest, HalvesTheNextWindowForNearStatementsAndTellsNothingInThisOne) {
  for (int i = 0; i < 41; ++i) Spend("alice", 1, kStart + i * kMinute, true);
  EXPECT_TRUE(IsAllowed("alice", 59, kStart + 50 * kMinute));
  EXPECT_TRUE(IsAllowed("alice", 50, kStart + kWeek));
  EXPECT_FALSE(IsAllowed("alice", 51, kStart + kWeek));
  EXPECT_TRUE(IsAllowed("alice", 100, kStart + 2 * kWeek));
  Policy policy;
  policy.tiers["registered"] = tier_;
  EXPECT_THAT(accounts_.NearUsedUp(policy, kStart + kMinute), ElementsAre("alice"));
  EXPECT_THAT(accounts_.NearUsedUp(policy, kStart + kWeek), IsEmpty());
}

TEST_F(AccountsTest, AllowsSomeStatementsAMinuteAlsoFreeOnes) {
  for (int i = 0; i < 20; ++i) Spend("alice", 0, kStart + i * kMicrosPerSecond);
  const auto refusal = accounts_.Check(tier_, "alice", 0, kStart + 30 * kMicrosPerSecond);
  ASSERT_TRUE(refusal.has_value());
  EXPECT_TRUE(refusal->is_rate);
  EXPECT_EQ(refusal->again, kStart + kMinute);
  EXPECT_TRUE(IsAllowed("bob", 1, kStart + 30 * kMicrosPerSecond));
  EXPECT_TRUE(IsAllowed("alice", 1, kStart + kMinute + 1));
}

TEST_F(AccountsTest, LetsAQuestionBeAskedAgainInItsEpoch) {
  accounts_.Add(Statement(tier_.name, "alice", 1, kStart), 77);
  EXPECT_TRUE(accounts_.HasAsked(tier_, "alice", 1, 77));
  EXPECT_FALSE(accounts_.HasAsked(tier_, "alice", 1, 78));
  EXPECT_FALSE(accounts_.HasAsked(tier_, "bob", 1, 77));
  EXPECT_FALSE(accounts_.HasAsked(tier_, "alice", 2, 77));
  LedgerEntry refused = Statement(tier_.name, "alice", 0, kStart);
  refused.outcome = "too-fine";
  accounts_.Add(refused, 79);
  EXPECT_FALSE(accounts_.HasAsked(tier_, "alice", 1, 79));
}

TEST_F(AccountsTest, TakesAllOfThePublicForOnePrincipal) {
  tier_ = Named("public");
  for (int i = 0; i < 10; ++i) Spend("visitor " + std::to_string(i), 49, kStart + i * 20 * kMicrosPerSecond);
  EXPECT_FALSE(IsAllowed("another", 11, kStart + kMinute * 10));
  EXPECT_TRUE(IsAllowed("another", 10, kStart + kMinute * 10));
  EXPECT_FALSE(IsAllowed("visitor 1", 2, kStart + kMinute * 10));  // 50 for one name
  LedgerEntry suspend;
  suspend.what = "suspend";
  suspend.principal = "another";
  accounts_.Add(suspend, 0);
  EXPECT_TRUE(IsAllowed("another", 10, kStart + kMinute * 10));  // never suspended
}

TEST_F(AccountsTest, SuspendsUntilReinstated) {
  LedgerEntry entry;
  entry.what = "suspend";
  entry.principal = "alice";
  accounts_.Add(entry, 0);
  const auto refusal = accounts_.Check(tier_, "alice", 0, kStart);
  ASSERT_TRUE(refusal.has_value());
  EXPECT_FALSE(refusal->again.has_value());
  EXPECT_TRUE(accounts_.BudgetOf(tier_, "alice", kStart).suspended);
  EXPECT_THAT(accounts_.Suspended(), ElementsAre("alice"));
  entry.what = "reinstate";
  accounts_.Add(entry, 0);
  EXPECT_TRUE(IsAllowed("alice", 1, kStart));
}

TEST_F(AccountsTest, SuspendsWhoUsesUpAPresetThatSaysSo) {
  tier_ = Named("fdpg");
  Spend("alice", 50, kStart);
  EXPECT_TRUE(accounts_.IsToBeSuspended(tier_, "alice", 1, kStart + kMinute));
  EXPECT_FALSE(accounts_.IsToBeSuspended(tier_, "bob", 1, kStart + kMinute));
  EXPECT_FALSE(accounts_.IsToBeSuspended(Named("registered"), "alice", 1, kStart + kMinute));
}

}  // namespace
}  // namespace muster::release
