// Attacks on what is released. Each must succeed against the baseline named with it, and is then put to what is
// shipped; one table is printed. MUSTER_ATTACK_PEOPLE, MUSTER_ATTACK_TRIALS and MUSTER_ATTACK_SEED make it longer:
// scripts/attack.
//
// Two attacks have no practice to compare with. A34, a changed ledger: that a chain of hashes breaks is so or not, byte
// by byte (LedgerTest), and without a chain there is nothing to break. A36, kills: what it asks is whether something
// that was written is still there, which a defence that forgets would fail by the same comparisons (KilledTest).
#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/attack/attacks.h"
#include "tests/attack/baselines.h"
#include "tests/attack/guest_opponent.h"
#include "tests/attack/seeded_catalogue.h"
#include "tests/attack/settings.h"
#include "tests/attack/statement_attacks.h"
#include "tests/attack/table.h"
#include "tests/attack/world.h"

namespace muster::attack {
namespace {

const uint64_t kPeople = FromEnvironment("MUSTER_ATTACK_PEOPLE", 4000);
const uint64_t kTrials = Trials();
const uint64_t kSeed = Seed();
constexpr int64_t kThreshold = 10;

class AttackTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    world_ = new World(kSeed, kPeople);
    coarse_ = new World(kSeed, kPeople, 5);
    has_policy_ = false;
    path_ = std::filesystem::temp_directory_path() / absl::StrCat("muster_attack_", getpid());
    std::filesystem::remove_all(path_);
    auto opened = CreateSeeded(path_.string(), kSeed);
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
    delete coarse_;
    delete world_;
    std::filesystem::remove_all(path_);
  }

  // A guest whose budget ends no attack: what holds is not the budget.
  static std::unique_ptr<GuestOpponent> WithoutBudget(const std::string& tier, const std::string& name = "attacker") {
    constexpr const char* kUnlimited = R"("units": 100000000, "units_year": 100000000, "units_tier": 100000000,
        "near": 100000000, "per_minute": 100000000, "timing": 0)";
    std::string tiers;
    for (const char* each : {"public", "registered", "controlled"}) {
      absl::StrAppend(&tiers, tiers.empty() ? "" : ", ", "\"", each, R"(": {"preset": ")", each, "\", ", kUnlimited,
                      each == std::string("public") ? R"(, "units_name": 100000000})" : "}");
    }
    if (!std::exchange(has_policy_, true)) {
      const absl::Status set =
          catalogue_->SetPolicy(absl::StrCat(R"({"tiers": {)", tiers, R"(}, "ledger": {"durable": "process"}})"));
      EXPECT_TRUE(set.ok()) << set;
    }
    auto guest = catalogue_->Admit({.name = name, .tier = tier});
    EXPECT_TRUE(guest.ok()) << guest.status();
    return guest.ok() ? std::make_unique<GuestOpponent>(*std::move(guest), tier) : nullptr;
  }
  // The same people in a catalogue of their own, whose tier "registered" has these members besides its preset.
  static std::unique_ptr<Catalogue> CreateRegistered(const std::string& path, const std::string& members) {
    auto catalogue = CreateSeeded(path, kSeed);
    EXPECT_TRUE(catalogue.ok()) << catalogue.status();
    if (!catalogue.ok()) return nullptr;
    ImportOptions options;
    options.dataset = "hospital";
    options.mapping = World::Mapping();
    EXPECT_TRUE((*catalogue)->ImportText(world_->Records("hospital"), options).ok());
    EXPECT_TRUE((*catalogue)
                    ->SetPolicy(absl::StrCat(R"({"tiers": {"registered": {"preset": "registered", )", members,
                                             R"(}}, "ledger": {"durable": "process"}})"))
                    .ok());
    return *std::move(catalogue);
  }
  // A line of the table: what an attack comes to against somebody.
  static void Tell(const std::string& attack, const Opponent& opponent, double value) {
    attack::Tell(attack, opponent.name(), value);
  }

  static inline bool has_policy_ = false;
  static inline World* world_ = nullptr;
  static inline World* coarse_ = nullptr;  // the same people, by the ages that public may ask for
  static inline Catalogue* catalogue_ = nullptr;
  static inline std::filesystem::path path_;
};

constexpr std::pair<By, const char*> kStatements[] = {{By::kFunnel, "A17 funnel"},
                                                      {By::kImpact, "A17 impact"},
                                                      {By::kCompare, "A18 compare"},
                                                      {By::kCohort, "A19 cohorts"}};

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
  const double words = OtherWords(fresh, *world_);
  Tell("A6 other words: answers", fresh, words);
  EXPECT_GT(words, 1);
  Exact exact(*catalogue_);
  EXPECT_EQ(OtherWords(exact, *world_), 1.0) << "they are the same people";
  const std::string base = "sex is female and country is DE";
  const int64_t truth = *exact.Count(base).value;
  const Averaged averaged = IrrelevantPeople(fresh, *world_, truth, base);
  Tell("A8 irrelevant people: error", fresh, averaged.error);
  Tell("A8 irrelevant: answers", fresh, static_cast<double>(averaged.different));
  EXPECT_GT(averaged.different, 1u);
  EXPECT_LT(std::abs(averaged.error), 1.5) << "one more or less each, and the noise averages out";
}

TEST_F(AttackTest, EveryBlockSucceedsAgainstItsBaseline) {
  Rounded rounded(*catalogue_);
  const double against_rounded = EveryBlock(rounded, *world_, kTrials);
  Tell("A10 every block", rounded, against_rounded);
  EXPECT_GE(against_rounded, 0.75);
  const double by_country = EveryBlock(rounded, *world_, kTrials, "{P} or {q}", Blocks::kCountries);
  Tell("A10 every block, countries", rounded, by_country);
  EXPECT_GE(by_country, 0.75);
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
  const double told = RangeCreep(cell_key, *world_, 100);
  Tell("A24 range creep, of 100", cell_key, told);
  EXPECT_GT(told, 50);
}

TEST_F(AttackTest, WhetherAValueOccursIsToldByTheBaseline) {
  Exact exact(*catalogue_);
  const double different = OccursOrNot(exact);
  Tell("A26 occurs or not: texts", exact, different);
  EXPECT_GT(different, 5);
}

class AttackOnTier : public AttackTest, public testing::WithParamInterface<const char*> {};
INSTANTIATE_TEST_SUITE_P(Tiers, AttackOnTier, testing::Values("public", "registered", "controlled"));

TEST_P(AttackOnTier, DifferencesDoNotSucceed) {
  const auto guest = WithoutBudget(GetParam());
  ASSERT_NE(guest, nullptr);
  const World& world = GetParam() == std::string("public") ? *coarse_ : *world_;
  const auto trials = static_cast<double>(kTrials);
  const double existence = Existence(*guest, world, kTrials);
  Tell("A1 existence", *guest, existence);
  EXPECT_LE(std::abs(existence), 0.02 + 3 * std::sqrt(0.02 / trials));
  const double histogram = Histogram(*guest, world, kTrials);
  Tell("A2 histogram", *guest, histogram);
  EXPECT_LE(histogram, Bar(0.125, trials) + 0.05);
  const double individual = IndividualTracker(*guest, world, kTrials);
  Tell("A3 individual tracker", *guest, individual);
  EXPECT_LE(individual, Bar(0.5, 2 * trials));
  const double general = GeneralTracker(*guest, world, kTrials);
  Tell("A4 general tracker", *guest, general);
  EXPECT_LE(general, Bar(0.5, 2 * trials));
  const double twice = DoubleTracker(*guest, world, kTrials);
  Tell("A5 double tracker", *guest, twice);
  EXPECT_LE(twice, Bar(0.5, 2 * trials));
  EXPECT_GE(2 * guest->with_numbers(), guest->asked()) << "what is refused is no defence";
}

TEST_F(AttackTest, OtherStatementsSucceedAgainstTheirBaseline) {
  Suppressed suppressed(*catalogue_, kThreshold);
  const double twice = DoubleTracker(suppressed, *world_, kTrials);
  Tell("A5 double tracker", suppressed, twice);
  EXPECT_GE(twice, 0.85);
  Exact exact(*catalogue_);
  for (const auto& [statement, name] : kStatements) {
    const double told = ExistenceBy(statement, exact, *world_, 5);
    Tell(name, exact, told);
    EXPECT_GE(told, 0.8) << name;
  }
}

TEST_F(AttackTest, OtherStatementsDoNotSucceedAgainstAGuest) {
  const auto guest = WithoutBudget("controlled");
  ASSERT_NE(guest, nullptr);
  for (const auto& [statement, name] : kStatements) {
    const double told = ExistenceBy(statement, *guest, *world_, kTrials);
    Tell(name, *guest, told);
    EXPECT_LE(std::abs(told), 0.02 + 3 * std::sqrt(0.02 / static_cast<double>(kTrials))) << name;
  }
}

TEST_F(AttackTest, TablesSucceedAgainstTheirBaseline) {
  Suppressed suppressed(*catalogue_, kThreshold);
  const double complement = Complement(suppressed, kThreshold);
  Tell("A11 complement: rests known", suppressed, complement);
  EXPECT_GE(complement, 0.99);
  const double margins = Margins(suppressed, kThreshold);
  Tell("A12 margins: hidden cells known", suppressed, margins);
  EXPECT_GE(margins, 0.2);
  Exact exact(*catalogue_);
  const double groups = Groups(exact, *world_, kThreshold);
  Tell("A41 groups: numbers found", exact, groups);
  EXPECT_GE(groups, 0.99);
}

TEST_F(AttackTest, TablesDoNotSucceedAgainstAGuest) {
  const auto guest = WithoutBudget("registered");
  ASSERT_NE(guest, nullptr);
  const double complement = Complement(*guest, kThreshold);
  Tell("A11 complement: rests known", *guest, complement);
  EXPECT_EQ(complement, 0);
  const double margins = Margins(*guest, kThreshold);
  Tell("A12 margins: hidden cells known", *guest, margins);
  EXPECT_EQ(margins, 0);
  const double choice = Choice(*guest, "country", kThreshold) + Choice(*guest, "disease", kThreshold);
  Tell("A16 having and top: cells told", *guest, choice);
  EXPECT_EQ(choice, 0);
  const size_t rare = world_->CountriesBelow(kThreshold).size();
  ASSERT_GT(rare, 0u);
  const double groups = Groups(*guest, *world_, kThreshold);
  Tell("A41 groups: numbers found", *guest, groups);
  EXPECT_LE(groups, Bar(1.0 / kThreshold, static_cast<double>(rare)) + 0.075);
}

// Who sees what `having` and `top` choose by exact numbers sees the hidden ones.
TEST_F(AttackTest, ChoiceTellsByTheBaseline) {
  class ChoosesExactly final : public Exact {
   public:
    explicit ChoosesExactly(Catalogue& catalogue) : Exact(catalogue), hiding_(catalogue, kThreshold) {}
    std::string_view name() const override { return "T"; }
    absl::StatusOr<std::vector<Answer>> Ask(const std::string& text) override { return hiding_.Ask(text); }

   private:
    Suppressed hiding_;
  } chooser(*catalogue_);
  const double choice = Choice(chooser, "country", kThreshold);
  Tell("A16 having and top: cells told", chooser, choice);
  EXPECT_GT(choice, 0);
}

TEST_F(AttackTest, SeveralWhoPoolTheirAnswersLearnNoMore) {
  for (const bool two_tiers : {false, true}) {
    std::vector<std::unique_ptr<Opponent>> guests;
    for (int i = 0; i < 5; ++i) {
      const char* const tier = two_tiers && i % 2 == 1 ? "controlled" : "registered";
      guests.push_back(WithoutBudget(tier, absl::StrCat("attacker ", i)));
      ASSERT_NE(guests.back(), nullptr);
    }
    RoundRobinOpponent several(std::move(guests));
    const std::string name = two_tiers ? "A25 two tiers: " : "A25 five together: ";
    if (!two_tiers) {  // of two tiers, two answers differ whether somebody exists or not
      const double existence = Existence(several, *world_, kTrials);
      Tell(name + "existence", several, existence);
      EXPECT_LE(std::abs(existence), 0.02 + 3 * std::sqrt(0.02 / static_cast<double>(kTrials)));
    }
    const double blocks = EveryBlock(several, *world_, kTrials);
    Tell(name + "every block", several, blocks);
    EXPECT_LE(blocks, Bar(0.5, 2 * static_cast<double>(kTrials)) + 0.05);
  }
}

TEST_F(AttackTest, FormsThatHideAnOperandAreLikePlainOnes) {
  const auto guest = WithoutBudget("registered");
  ASSERT_NE(guest, nullptr);
  Rounded rounded(*catalogue_);
  for (const char* form : {"at least 1 of ({P}, {q})", "not (not ({P}) and not {q})",
                           "at least 2 of (({P}), {q}, age at last contact is recorded)", "exactly 1 of ({P}, {q})",
                           "not none of ({P}, {q})", "at most 1 of (not ({P}), not {q})",
                           "({P} or {q}) and has disease", "({P}) or (({P}) and {q}) or {q}"}) {
    const double against = EveryBlock(rounded, *world_, kTrials / 2, form);
    Tell(absl::StrCat("A42 ", form), rounded, against);
    EXPECT_GE(against, 0.7) << form;
    const double blocks = EveryBlock(*guest, *world_, kTrials / 2, form);
    Tell(absl::StrCat("A42 ", form), *guest, blocks);
    EXPECT_LE(blocks, Bar(0.5, static_cast<double>(kTrials)) + 0.075) << form;
  }
  FreshNoise fresh(*catalogue_, kThreshold);
  const double different = OtherTrees(fresh, *world_, kThreshold);
  Tell("A43 other trees: answers", fresh, different);
  EXPECT_GT(different, 1);
  const double one = OtherTrees(*guest, *world_, kThreshold);
  Tell("A43 other trees: answers", *guest, one);
  EXPECT_EQ(one, 1);
}

// A24: without `near`, which stops it, some cells are told to be not empty. docs/disclosure.md says so.
TEST_F(AttackTest, RangeCreepIsBounded) {
  for (const auto& [tier, most] : {std::pair("public", 20.0), std::pair("registered", 15.0)}) {
    const auto guest = WithoutBudget(tier);
    ASSERT_NE(guest, nullptr);
    const double told = RangeCreep(*guest, *world_, 100);
    Tell("A24 range creep, of 100", *guest, told);
    EXPECT_LE(told, most);
  }
}

// A27: what is said of a target's criteria is what is said of those of nobody.
TEST_F(AttackTest, PlansTellNothing) {
  const auto guest = WithoutBudget("registered");
  ASSERT_NE(guest, nullptr);
  Exact exact(*catalogue_);
  const auto said = [](Opponent& opponent, const std::string& explain, const std::string& q) {
    std::string all = opponent.Said(explain + " count individuals where sex is female and not has phenotype " + q);
    for (size_t at = all.find(q); at != std::string::npos; at = all.find(q)) all.replace(at, q.size(), "$");
    return all;
  };
  const auto codes = [](const std::string& all) {  // without times
    return all.substr(0, all.find("plan"));
  };
  EXPECT_NE(codes(said(exact, "explain", "PX:999")), codes(said(exact, "explain", "PX:998")));
  EXPECT_EQ(said(*guest, "explain", "PX:999"), said(*guest, "explain", "PX:998"));
  EXPECT_EQ(said(*guest, "explain analyse", "PX:999"), said(*guest, "explain analyse", "PX:998"));
  EXPECT_NE(guest->Said("explain analyse count individuals").find("[not-offered]"), std::string::npos);
}

// A32: units are what the text says, whatever is tried.
TEST_F(AttackTest, NothingGoesAroundTheBudget) {
  const auto guest = catalogue_->Admit({.name = "spender", .tier = "registered"});
  ASSERT_TRUE(guest.ok()) << guest.status();
  const auto spent = [&](const std::string& text) {
    const int64_t before = (*guest)->Budget()->units_left;
    (*guest)->Query(text).IgnoreError();
    return before - (*guest)->Budget()->units_left;
  };
  EXPECT_EQ(spent("count individuals where sex is female"), 1);
  for (const char* again : {"COUNT individuals WHERE sex IS female", "count  individuals where sex is female",
                            "count individuals where sex is female;", "list individuals", "nonsense",
                            "explain count individuals where sex is male"}) {
    EXPECT_EQ(spent(again), 0) << again;
  }
  EXPECT_EQ(spent("count individuals where sex is male; count individuals where country is DE"), 2);
  EXPECT_EQ(spent("count individuals by sex"), 2);
  EXPECT_EQ(spent("funnel individuals where sex is male and country is DE"), 3);
  EXPECT_EQ(spent("count individuals where country is \"no such place\""), 1) << "a mistake that data tell costs";
}

// A47: how many near statements there were tells nothing within the window.
TEST_F(AttackTest, NearStatementsLockNobodyWithinAWindow) {
  const auto path = path_.string() + "_near";
  std::filesystem::remove_all(path);
  {
    const auto catalogue = CreateRegistered(path, R"("near": 2, "per_minute": 10000)");
    ASSERT_NE(catalogue, nullptr);
    auto guest = catalogue->Admit({.name = "prober", .tier = "registered"});
    ASSERT_TRUE(guest.ok());
    GuestOpponent prober(*std::move(guest), "registered");
    const std::string base = "sex is female";
    prober.Count(base);
    for (size_t i = 0; i < 10; ++i) {
      EXPECT_TRUE(prober.Count(absl::StrCat(base, " or ", world_->targets[i].alone)).value.has_value()) << i;
    }
  }
  std::filesystem::remove_all(path);
}

// A1 as shipped: the budget ends it long before it could be repeated often enough.
TEST_F(AttackTest, BudgetsEndAnAttack) {
  const auto path = path_.string() + "_shipped";
  std::filesystem::remove_all(path);
  {
    const auto catalogue = CreateRegistered(path, R"("per_minute": 10000)");
    ASSERT_NE(catalogue, nullptr);
    auto guest = catalogue->Admit({.name = "attacker", .tier = "registered"});
    ASSERT_TRUE(guest.ok());
    size_t asked = 0;
    for (const Target& target : world_->targets) {
      const auto answers = (*guest)->Query("count individuals where sex is female or " + target.alone);
      ASSERT_TRUE(answers.ok());
      if (!answers->front().table.has_value()) {
        // A word that only few people have may be unknown to a guest, which costs like an answer.
        const std::string& code = answers->front().diagnostics.at(0).code;
        if (code == "budget-used-up") break;
        EXPECT_EQ(code, "unknown-term");
      }
      ++asked;
    }
    attack::Tell("A1 as shipped: questions in a window", "registered", static_cast<double>(asked));
    EXPECT_EQ(asked, 100u);
  }
  std::filesystem::remove_all(path);
}

TEST_F(AttackTest, AveragingDoesNotSucceedAgainstAGuest) {
  const auto guest = WithoutBudget("registered");
  ASSERT_NE(guest, nullptr);
  const double words = OtherWords(*guest, *world_);
  Tell("A6 other words: answers", *guest, words);
  EXPECT_EQ(words, 1);
  Exact exact(*catalogue_);
  const std::string base = "sex is female and country is DE";
  const Averaged averaged = IrrelevantPeople(*guest, *world_, *exact.Count(base).value, base);
  Tell("A8 irrelevant: answers", *guest, static_cast<double>(averaged.different));
  EXPECT_EQ(averaged.different, 1u);
  const double blocks = EveryBlock(*guest, *world_, kTrials);
  Tell("A10 every block", *guest, blocks);
  EXPECT_LE(blocks, Bar(0.5, 2 * static_cast<double>(kTrials)) + 0.05);
  const double by_country = EveryBlock(*guest, *world_, kTrials, "{P} or {q}", Blocks::kCountries);
  Tell("A10 every block, countries", *guest, by_country);
  EXPECT_LE(by_country, Bar(0.5, 2 * static_cast<double>(kTrials)) + 0.05);
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
  const double different = OccursOrNot(*guest);
  Tell("A26 occurs or not: texts", *guest, different);
  EXPECT_EQ(different, 0);
}

TEST_F(AttackTest, WhatIsRefusedIsRefusedByItsText) {
  const auto guest = WithoutBudget("registered");
  ASSERT_NE(guest, nullptr);
  for (const auto& [text, code] : std::vector<std::pair<std::string, std::string>>{
           {"count individuals where age at last contact >= 18.5 years", "too-fine"},
           {"count individuals where age at last contact >= 40.1234567 years", "too-fine"},
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
  // Fine by their number, not by a value: these are answered like anything that few people have.
  for (const char* text : {"has phenotype on at least 37 distinct dates", "has exactly 120 phenotype"}) {
    const Seen seen = guest->Count(text);
    EXPECT_TRUE(!seen.value.has_value() && seen.all == guest->Count("sex is unknown").all) << text << "\n" << seen.all;
  }
}

}  // namespace
}  // namespace muster::attack
