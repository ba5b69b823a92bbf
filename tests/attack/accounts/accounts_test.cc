// Attacks on budgets and guards that go by accounts: several who pool what they are told (A25), numbers that cost
// nothing (A32), a guard that locks an account (A47). Each first against a practice that does it the obvious way.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "muster/guest.h"
#include "tests/attack/attacks.h"
#include "tests/attack/baselines.h"
#include "tests/attack/own_catalogue.h"
#include "tests/attack/score.h"
#include "tests/attack/world.h"

namespace muster::attack {
namespace {

constexpr int64_t kThreshold = 10;

// E that locks an account at once, when more than `allowed` of its questions were near earlier ones.
class LocksAtOnce final : public Exact {
 public:
  LocksAtOnce(Catalogue& catalogue, size_t allowed) : Exact(catalogue), allowed_(allowed) {}
  std::string_view name() const override { return "locks at once"; }
  Seen Count(const std::string& where) override {
    if (near_ > allowed_) return {std::nullopt, "locked"};
    std::set<std::string> people = PeopleOf(where);
    for (const std::set<std::string>& before : earlier_) {
      std::vector<std::string> differing;
      std::set_symmetric_difference(people.begin(), people.end(), before.begin(), before.end(),
                                    std::back_inserter(differing));
      if (differing.empty()) break;  // the same people once more
      if (static_cast<int64_t>(differing.size()) >= kThreshold) continue;
      ++near_;
      break;
    }
    const auto n = static_cast<int64_t>(people.size());
    earlier_.push_back(std::move(people));
    return Shown(n < kThreshold ? std::nullopt : std::optional(n));
  }

 private:
  const size_t allowed_;
  size_t near_ = 0;
  std::vector<std::set<std::string>> earlier_;
};

// As many near statements as are allowed, then the probe, then one that has nothing to do with it: is that refused, the
// probe was near, and so somebody has what it asks for. Each trial with an account of its own.
Score Lock(const std::function<std::unique_ptr<Opponent>(size_t trial)>& make, const World& world, size_t allowed,
           size_t trials) {
  Claims claims;
  for (size_t trial = 0; trial < 2 * trials; ++trial) {
    const bool exists = trial % 2 == 0;
    const size_t number = trial / 2 % std::min(world.targets.size(), world.look_alikes.size());
    const Target& target = world.targets[number];
    const std::string base = absl::StrCat("sex is ", target.sex == "female" ? "male" : "female", " or ");
    const auto opponent = make(trial);
    opponent->Count(base + "sex is unknown");
    // People of whom he knows, of the target's sex: each is one more.
    for (size_t i = number + 1, near = 0; near < allowed; ++i) {
      const Target& known = world.targets[i % world.targets.size()];
      if (known.sex != target.sex) continue;
      opponent->Count(base + known.alone);
      ++near;
    }
    opponent->Count(base + (exists ? target.alone : world.look_alikes[number]));
    claims.Add(exists, !opponent->Count("country is FR").value.has_value());
  }
  return claims.Advantage();
}

class AccountsAttackTest : public OwnCatalogueTest {
 protected:
  void SetUp() override {
    OwnCatalogueTest::SetUp();
    catalogue_ = Make("people");
    ASSERT_NE(catalogue_, nullptr);
    for (const char* dataset : {"hospital", "registry"}) Import(*catalogue_, dataset, world_.Records(dataset));
  }
  void TearDown() override {
    catalogue_.reset();
    OwnCatalogueTest::TearDown();
  }

  const World world_{Seed(), 2000};
  std::unique_ptr<Catalogue> catalogue_;
};

TEST_F(AccountsAttackTest, AGuardOfEachAccountIsPassedByManyTogether) {
  // N, a guard that refuses small differences, looks at one account at a time: each asks once, and all get exact
  // numbers.
  std::vector<std::unique_ptr<Opponent>> accounts;
  for (size_t i = 0; i < 4 * Trials(); ++i) accounts.push_back(std::make_unique<Denial>(*catalogue_, kThreshold));
  RoundRobinOpponent several(std::move(accounts));
  const double existence = Existence(several, world_, Trials());
  Tell("A25 five together: existence", "N for each account", existence);
  EXPECT_GE(existence, 0.8);
}

// A47: how many near statements there were tells nothing within the window.
TEST_F(AccountsAttackTest, ALockTellsNothing) {
  constexpr size_t kAllowed = 2;
  const double at_once =
      Lock([&](size_t) { return std::make_unique<LocksAtOnce>(*catalogue_, kAllowed); }, world_, kAllowed, Trials());
  Tell("A47 lock", "locks at once", at_once);
  EXPECT_GE(at_once, 0.8);
  ASSERT_TRUE(catalogue_
                  ->SetPolicy(R"({"tiers": {"registered": {"preset": "registered", "near": 2, "per_minute": 1000000}},
                                  "ledger": {"durable": "process"}})")
                  .ok());
  const double locked =
      Lock([&](size_t trial) { return Admit(*catalogue_, "registered", absl::StrCat("prober ", trial)); }, world_,
           kAllowed, Trials());
  TellShipped("A47 lock", "registered", locked, "near 2");
  EXPECT_EQ(locked, 0);
}

// Texts, and how many numbers that one person can be in they tell that none before told.
struct Paid {
  const char* text;
  int64_t numbers;
};
constexpr Paid kPaid[] = {{"count individuals where sex is female", 1},
                          {"COUNT individuals WHERE sex IS female", 0},
                          {"count  individuals where sex is female;", 0},
                          {"count individuals where sex is female -- once more", 0},
                          {"count individuals where sex is male; count individuals where country is DE; count "
                           "individuals where country is FR",
                           3},
                          {"count individuals by sex", 2},
                          {"funnel individuals where sex is male and country is ES", 3},
                          {"compare a as individuals where country is IT, b as individuals where country is PL", 3},
                          {"explain count individuals where country is NL", 0}};

// A32: numbers that were told and not paid for, over all texts.
TEST_F(AccountsAttackTest, NumbersCostWhatTheirTextSays) {
  // The obvious way: each text costs one.
  int64_t by_text = 0;
  for (const Paid& paid : kPaid) by_text += std::max<int64_t>(paid.numbers - 1, 0);
  Tell("A32 numbers that cost nothing", "a unit a text", static_cast<double>(by_text));
  EXPECT_GE(by_text, 5);
  SetShippedPolicy(*catalogue_);
  const auto guest = Admit(*catalogue_, "registered", "spender");
  ASSERT_NE(guest, nullptr);
  int64_t unpaid = 0;
  for (const Paid& paid : kPaid) {
    const int64_t before = guest->guest().Budget()->units_left;
    const auto answers = guest->Ask(paid.text);
    EXPECT_TRUE(answers.ok() && answers->back().table.has_value()) << Render(paid.text, answers);
    const int64_t units = before - guest->guest().Budget()->units_left;
    unpaid += std::max<int64_t>(paid.numbers - units, 0);
  }
  TellShipped("A32 numbers that cost nothing", "registered", static_cast<double>(unpaid), EndOf(*guest));
  EXPECT_EQ(unpaid, 0);
}

// A32: many at once, of one name, get what one alone would.
TEST_F(AccountsAttackTest, ManyThreadsShareOneBudget) {
  SetShippedPolicy(*catalogue_);
  constexpr size_t kThreads = 40;
  std::vector<std::unique_ptr<GuestOpponent>> guests;
  for (size_t t = 0; t < kThreads; ++t) {
    guests.push_back(Admit(*catalogue_, "registered", "crowd"));
    ASSERT_NE(guests.back(), nullptr);
  }
  std::atomic<size_t> answered = 0;
  std::vector<std::thread> threads;
  for (size_t t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      for (size_t i = 0; i < 5; ++i) {  // all different, so that each costs a unit
        const auto answers = guests[t]->guest().Query(
            absl::StrCat("count individuals where age at last contact aged ", 5 * i, " to ", 50 + t));
        if (answers.ok() && answers->front().table.has_value()) ++answered;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  TellShipped("A32 at once: answers to 200 texts", "registered", static_cast<double>(answered.load()),
              absl::StrCat(kThreads, " threads"));
  EXPECT_EQ(answered.load(), 100u);
}

}  // namespace
}  // namespace muster::attack
