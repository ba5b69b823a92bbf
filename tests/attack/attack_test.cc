// Attacks on what is released. Each must succeed against the baseline named with it, and is then put to what is
// shipped; one table is printed. MUSTER_ATTACK_PEOPLE, MUSTER_ATTACK_TRIALS and MUSTER_ATTACK_SEED make it longer:
// scripts/attack.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/attack/attacks.h"
#include "tests/attack/baselines.h"
#include "tests/attack/guest_opponent.h"
#include "tests/attack/world.h"

namespace muster::attack {
namespace {

uint64_t FromEnvironment(const char* name, uint64_t otherwise) {
  const char* const value = std::getenv(name);
  return value != nullptr ? std::stoull(value) : otherwise;
}

const uint64_t kPeople = FromEnvironment("MUSTER_ATTACK_PEOPLE", 4000);
const uint64_t kTrials = FromEnvironment("MUSTER_ATTACK_TRIALS", 15);
const uint64_t kSeed = FromEnvironment("MUSTER_ATTACK_SEED", 1);
constexpr int64_t kThreshold = 10;

class AttackTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    world_ = new World(kSeed, kPeople);
    path_ = std::filesystem::temp_directory_path() / absl::StrCat("muster_attack_", getpid());
    std::filesystem::remove_all(path_);
    auto opened = Catalogue::Open(path_.string(), {.create_if_missing = true});
    ASSERT_TRUE(opened.ok()) << opened.status();
    catalogue_ = opened->release();
    for (const char* dataset : {"hospital", "registry"}) {
      ImportOptions options;
      options.dataset = dataset;
      options.mapping = World::Mapping();
      const auto report = catalogue_->ImportText(world_->Records(dataset), options);
      ASSERT_TRUE(report.ok()) << report.status();
    }
    std::printf("world: %llu people, seed %llu, %zu targets, %zu look-alikes\n",
                static_cast<unsigned long long>(kPeople), static_cast<unsigned long long>(kSeed),
                world_->targets.size(), world_->look_alikes.size());
  }
  static void TearDownTestSuite() {
    delete catalogue_;
    delete world_;
    std::filesystem::remove_all(path_);
  }

  // A guest whose budget ends no attack: what holds is not the budget.
  static std::unique_ptr<GuestOpponent> WithoutBudget(const std::string& tier) {
    constexpr const char* kUnlimited = R"("units": 100000000, "units_year": 100000000, "units_tier": 100000000,
        "near": 100000000, "per_minute": 100000000, "timing": 0)";
    const absl::Status set =
        catalogue_->SetPolicy(absl::StrCat(R"({"tiers": {"registered": {"preset": "registered", )", kUnlimited,
                                           R"(}}, "ledger": {"durable": "process"}})"));
    EXPECT_TRUE(set.ok()) << set;
    auto guest = catalogue_->Admit({.name = "attacker", .tier = tier});
    EXPECT_TRUE(guest.ok()) << guest.status();
    return guest.ok() ? std::make_unique<GuestOpponent>(*std::move(guest), tier) : nullptr;
  }
  // A share of `trials` that chance alone does not exceed.
  static double Bar(double chance, double trials) { return chance + 3 * std::sqrt(chance * (1 - chance) / trials); }

  // A line of the table: what an attack comes to against somebody.
  static void Tell(const char* attack, const Opponent& opponent, double value) {
    std::printf("%-28s %-12s %8.3f\n", attack, std::string(opponent.name()).c_str(), value);
  }

  static inline World* world_ = nullptr;
  static inline Catalogue* catalogue_ = nullptr;
  static inline std::filesystem::path path_;
};

TEST_F(AttackTest, TheWorldHasWhatIsAttacked) {
  EXPECT_GE(world_->targets.size(), 2 * kTrials);
  EXPECT_GE(world_->look_alikes.size(), 2 * kTrials);
  ASSERT_GT(world_->cells.size(), 60u);
  EXPECT_FALSE(world_->cells[kThreshold].empty());
  Exact exact(*catalogue_);
  for (size_t i = 0; i < 5; ++i) {
    EXPECT_EQ(exact.Count(world_->targets[i].alone).value, 1) << world_->targets[i].alone;
    EXPECT_EQ(exact.Count(world_->look_alikes[i]).value, 0) << world_->look_alikes[i];
  }
  for (const size_t n : {0, 1, 5, 30}) {
    if (world_->cells[n].empty()) continue;
    EXPECT_EQ(exact.Count(world_->cells[n][0]).value, static_cast<int64_t>(n)) << world_->cells[n][0];
  }
}

TEST_F(AttackTest, ExistenceSucceedsAgainstItsBaselines) {
  CellKey cell_key(*catalogue_, kThreshold);
  Denial denial(*catalogue_, kThreshold);
  const double against_cell_key = Existence(cell_key, *world_, kTrials);
  Tell("A1 existence", cell_key, against_cell_key);
  EXPECT_GE(against_cell_key, 0.6) << "0.86 in the long run; here the trials are few";
  const double against_denial = Existence(denial, *world_, kTrials);
  Tell("A1 existence", denial, against_denial);
  EXPECT_GE(against_denial, 0.6) << "a refusal is an oracle";
}

TEST_F(AttackTest, HistogramSucceedsAgainstItsBaseline) {
  CellKey cell_key(*catalogue_, kThreshold);
  const double right = Histogram(cell_key, *world_, kTrials);
  Tell("A2 histogram", cell_key, right);
  EXPECT_GE(right, 0.6) << "0.86 in the long run; chance is 0.125";
}

TEST_F(AttackTest, TrackersSucceedAgainstTheirBaselines) {
  Suppressed suppressed(*catalogue_, kThreshold);
  const double individual = IndividualTracker(suppressed, *world_, kTrials);
  Tell("A3 individual tracker", suppressed, individual);
  EXPECT_GE(individual, 0.85);
  const double general = GeneralTracker(suppressed, *world_, kTrials);
  Tell("A4 general tracker", suppressed, general);
  EXPECT_GE(general, 0.85);
}

TEST_F(AttackTest, AveragingSucceedsAgainstItsBaselines) {
  FreshNoise fresh(*catalogue_, kThreshold);
  const size_t words = OtherWords(fresh, *world_);
  Tell("A6 other words: answers", fresh, static_cast<double>(words));
  EXPECT_GT(words, 1u);
  Exact exact(*catalogue_);
  EXPECT_EQ(OtherWords(exact, *world_), 1u) << "they are the same people";
  const std::string base = "sex is female and country is DE";
  const int64_t truth = *exact.Count(base).value;
  const Averaged averaged = IrrelevantPeople(fresh, *world_, truth, base);
  Tell("A8 irrelevant people: error", fresh, averaged.error);
  EXPECT_GT(averaged.different, 1u);
  EXPECT_LT(std::abs(averaged.error), 1.5) << "about one more person each, and the noise averages out";
}

TEST_F(AttackTest, EveryBlockSucceedsAgainstItsBaseline) {
  Rounded rounded(*catalogue_);
  const double against_rounded = EveryBlock(rounded, *world_, kTrials);
  Tell("A10 every block", rounded, against_rounded);
  EXPECT_GE(against_rounded, 0.75);
}

TEST_F(AttackTest, ZeroIsToldFromFewByTheBaseline) {
  Suppressed suppressed(*catalogue_, kThreshold);
  const double advantage = ZeroOrFew(suppressed, *world_, kThreshold, 100);
  Tell("A21 zero or few", suppressed, advantage);
  EXPECT_GE(advantage, 0.99);
}

TEST_F(AttackTest, TheThresholdIsSharpInTheBaseline) {
  Suppressed suppressed(*catalogue_, kThreshold);
  const double advantage = Threshold(suppressed, *world_, kThreshold, 50);
  Tell("A23 threshold", suppressed, advantage);
  EXPECT_GE(advantage, 0.99);
}

TEST_F(AttackTest, RangeCreepSucceedsAgainstItsBaseline) {
  CellKey cell_key(*catalogue_, kThreshold);
  const size_t told = RangeCreep(cell_key, *world_, 100);
  Tell("A24 range creep, of 100", cell_key, static_cast<double>(told));
  EXPECT_GT(told, 50u);
}

TEST_F(AttackTest, WhetherAValueOccursIsToldByTheBaseline) {
  Exact exact(*catalogue_);
  const size_t different = OccursOrNot(exact);
  Tell("A26 occurs or not: texts", exact, static_cast<double>(different));
  EXPECT_GT(different, 5u);
}

TEST_F(AttackTest, DifferencesDoNotSucceedAgainstAGuest) {
  const auto guest = WithoutBudget("registered");
  ASSERT_NE(guest, nullptr);
  const auto trials = static_cast<double>(kTrials);
  const double existence = Existence(*guest, *world_, kTrials);
  Tell("A1 existence", *guest, existence);
  EXPECT_LE(std::abs(existence), 0.02 + 3 * std::sqrt(0.02 / trials));
  const double histogram = Histogram(*guest, *world_, kTrials);
  Tell("A2 histogram", *guest, histogram);
  EXPECT_LE(histogram, Bar(0.125, trials) + 0.05);
  const double individual = IndividualTracker(*guest, *world_, kTrials);
  Tell("A3 individual tracker", *guest, individual);
  EXPECT_LE(individual, Bar(0.5, 2 * trials));
  const double general = GeneralTracker(*guest, *world_, kTrials);
  Tell("A4 general tracker", *guest, general);
  EXPECT_LE(general, Bar(0.5, 2 * trials));
}

TEST_F(AttackTest, AveragingDoesNotSucceedAgainstAGuest) {
  const auto guest = WithoutBudget("registered");
  ASSERT_NE(guest, nullptr);
  const size_t words = OtherWords(*guest, *world_);
  Tell("A6 other words: answers", *guest, static_cast<double>(words));
  EXPECT_EQ(words, 1u);
  Exact exact(*catalogue_);
  const std::string base = "sex is female and country is DE";
  const Averaged averaged = IrrelevantPeople(*guest, *world_, *exact.Count(base).value, base);
  Tell("A8 irrelevant: answers", *guest, static_cast<double>(averaged.different));
  EXPECT_EQ(averaged.different, 1u);
  const double blocks = EveryBlock(*guest, *world_, kTrials);
  Tell("A10 every block", *guest, blocks);
  EXPECT_LE(blocks, Bar(0.5, 2 * static_cast<double>(kTrials)) + 0.05);
}

TEST_F(AttackTest, SmallNumbersAreNotToldToAGuest) {
  const auto guest = WithoutBudget("registered");
  ASSERT_NE(guest, nullptr);
  const double few = ZeroOrFew(*guest, *world_, kThreshold, 100);
  Tell("A21 zero or few", *guest, few);
  EXPECT_EQ(few, 0);
  const double threshold = Threshold(*guest, *world_, kThreshold, 50);
  Tell("A23 threshold", *guest, threshold);
  // A set of k people is shown where a larger one near it was asked about before; of some 18 sets one may be.
  EXPECT_LE(std::abs(threshold), Bar(0.03, 18));
  const size_t different = OccursOrNot(*guest);
  Tell("A26 occurs or not: texts", *guest, static_cast<double>(different));
  EXPECT_EQ(different, 0u);
}

TEST_F(AttackTest, WhatIsRefusedIsRefusedByItsText) {
  const auto guest = WithoutBudget("registered");
  ASSERT_NE(guest, nullptr);
  for (const auto& [text, code] : std::vector<std::pair<std::string, std::string>>{
           {"count individuals where age at last contact >= 18.5 years", "too-fine"},
           {"count individuals where birth date >= 1980-05-17", "too-fine"},
           {"count individuals by age at last contact in bands of 6 months", "too-fine"},
           {"count individuals where person id is P1", "hidden-field"},
           {"count individuals by person id", "hidden-field"},
           {"count individuals where has pedigree with family is F1", "hidden-field"},
           {"count individuals where has variant with position > 10", "hidden-field"},
           {"list individuals", "not-offered"},
           {"explain analyse count individuals", "not-offered"}}) {
    EXPECT_NE(guest->Said(text).find(absl::StrCat("[", code, "]")), std::string::npos) << text << "\n"
                                                                                       << guest->Said(text);
  }
}

}  // namespace
}  // namespace muster::attack
