// Attacks by statements once more, on the tiers as they are shipped: their budgets end most of them. An attacker waits
// as long as he has to, so that neither what a minute lets through nor the steps of time of a tier are kept here.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/attack/attacks.h"
#include "tests/attack/own_catalogue.h"
#include "tests/attack/score.h"
#include "tests/attack/statement_attacks.h"
#include "tests/attack/world.h"

namespace muster::attack {
namespace {

struct NamedTier {
  const char* name;
  size_t k;
  double creep;  // cells that 100 steps of a range may tell; the design has no bar for controlled, where 16 were
};
constexpr NamedTier kTiers[] = {{"public", 20, 20}, {"registered", 10, 15}, {"controlled", 5, 25}};

size_t Tried() { return std::min<size_t>(4 * Trials(), 400); }

// What a score is, and so how much of it chance alone hardly exceeds.
enum class Of { kAdvantage, kHalf, kEighth, kOneInK, kNothing, kOneAnswer, kCreep, kThreshold };

double MostOf(Of what, const NamedTier& tier, const Score& score) {
  const double trials = static_cast<double>(std::max<size_t>(score.trials, 1));
  switch (what) {
    case Of::kAdvantage:
      return 0.02 + 3 * std::sqrt(0.02 / (trials / 2));
    case Of::kHalf:
      return Bar(0.5, trials) + 0.05;
    case Of::kEighth:
      return Bar(0.125, trials) + 0.05;
    case Of::kOneInK:
      return Bar(1.0 / static_cast<double>(tier.k), trials) + 0.075;
    case Of::kOneAnswer:
      return 1;
    case Of::kCreep:
      return tier.creep;
    case Of::kThreshold:  // a set of k people is shown where a larger one near it was asked about before
      return Bar(0.03, std::min(trials, 18.0));
    case Of::kNothing:
      break;
  }
  return 0;
}

struct Attack {
  const char* name;
  Of what;
  Score (*run)(Opponent& opponent, const World& world, const NamedTier& tier);
  bool in_public = true;  // where public does not offer the statement there is nothing to ask
};

const Attack kAttacks[] = {
    {"A1 existence", Of::kAdvantage,
     [](Opponent& o, const World& w, const NamedTier&) { return Existence(o, w, Tried()); }},
    {"A2 histogram", Of::kEighth,
     [](Opponent& o, const World& w, const NamedTier&) { return Histogram(o, w, Tried() / 2); }},
    {"A3 individual tracker", Of::kHalf,
     [](Opponent& o, const World& w, const NamedTier&) { return IndividualTracker(o, w, Tried()); }},
    {"A4 general tracker", Of::kHalf,
     [](Opponent& o, const World& w, const NamedTier&) { return GeneralTracker(o, w, Tried()); }},
    {"A5 double tracker", Of::kHalf,
     [](Opponent& o, const World& w, const NamedTier&) { return DoubleTracker(o, w, Tried()); }},
    {"A6 other words: answers", Of::kOneAnswer,
     [](Opponent& o, const World& w, const NamedTier&) { return OtherWords(o, w); }},
    {"A8 irrelevant: answers", Of::kOneAnswer,
     [](Opponent& o, const World& w, const NamedTier&) {
       return Score{static_cast<double>(IrrelevantPeople(o, w, 0, "sex is female and country is DE").different), 30};
     }},
    {"A10 every block", Of::kHalf,
     [](Opponent& o, const World& w, const NamedTier&) { return EveryBlock(o, w, Tried() / 4); }},
    {"A10 every block, countries", Of::kHalf,
     [](Opponent& o, const World& w, const NamedTier&) {
       return EveryBlock(o, w, Tried() / 4, "{P} or {q}", Blocks::kCountries);
     }},
    {"A11 complement: rests known", Of::kNothing,
     [](Opponent& o, const World&, const NamedTier& t) { return Complement(o, static_cast<int64_t>(t.k)); }},
    {"A12 margins: hidden cells known", Of::kNothing,
     [](Opponent& o, const World&, const NamedTier& t) { return Margins(o, static_cast<int64_t>(t.k)); }},
    {"A16 having and top: cells told", Of::kNothing,
     [](Opponent& o, const World&, const NamedTier& t) { return Choice(o, "country", static_cast<int64_t>(t.k)); }},
    {"A17 funnel", Of::kAdvantage,
     [](Opponent& o, const World& w, const NamedTier&) { return ExistenceBy(By::kFunnel, o, w, Tried()); }},
    {"A17 impact", Of::kAdvantage,
     [](Opponent& o, const World& w, const NamedTier&) { return ExistenceBy(By::kImpact, o, w, Tried()); }, false},
    {"A18 compare", Of::kAdvantage,
     [](Opponent& o, const World& w, const NamedTier&) { return ExistenceBy(By::kCompare, o, w, Tried()); }},
    {"A19 cohorts", Of::kAdvantage,
     [](Opponent& o, const World& w, const NamedTier&) { return ExistenceBy(By::kCohort, o, w, Tried()); }, false},
    {"A21 zero or few", Of::kNothing,
     [](Opponent& o, const World& w, const NamedTier& t) { return ZeroOrFew(o, w, t.k, 100); }},
    {"A23 threshold", Of::kThreshold,
     [](Opponent& o, const World& w, const NamedTier& t) { return Threshold(o, w, t.k, 50); }},
    {"A24 range creep, of 100", Of::kCreep,
     [](Opponent& o, const World& w, const NamedTier&) { return RangeCreep(o, w, 100); }},
    {"A26 occurs or not: texts", Of::kNothing,
     [](Opponent& o, const World&, const NamedTier&) { return OccursOrNot(o); }},
    {"A41 groups: numbers found", Of::kOneInK,
     [](Opponent& o, const World& w, const NamedTier& t) { return Groups(o, w, t.k); }},
    {"A43 other trees: answers", Of::kOneAnswer,
     [](Opponent& o, const World& w, const NamedTier& t) { return OtherTrees(o, w, t.k); }}};

class ShippedTest : public OwnCatalogueTest {
 protected:
  void SetUp() override {
    OwnCatalogueTest::SetUp();
    const auto catalogue = Make("people");
    ASSERT_NE(catalogue, nullptr);
    for (const char* dataset : {"hospital", "registry"}) Import(*catalogue, dataset, world_.Records(dataset));
    SetShippedPolicy(*catalogue);
  }
  // Nobody has asked anything of it.
  std::unique_ptr<Catalogue> Fresh() {
    const std::filesystem::path copy = folder_ / "copy";
    std::filesystem::remove_all(copy);
    std::filesystem::copy(folder_ / "people", copy, std::filesystem::copy_options::recursive);
    auto opened = Catalogue::Open(copy.string(), {});
    EXPECT_TRUE(opened.ok()) << opened.status();
    return opened.ok() ? *std::move(opened) : nullptr;
  }

  const uint64_t people_ = FromEnvironment("MUSTER_ATTACK_PEOPLE", 4000);
  const World world_{Seed(), people_};
  const World coarse_{Seed(), people_, 5};  // the same people, by the ages that public may ask for
};

TEST_F(ShippedTest, NoAttackSucceedsWithinItsBudget) {
  for (const NamedTier& tier : kTiers) {
    const bool is_public = tier.name == std::string("public");
    for (const Attack& attack : kAttacks) {
      if (is_public && !attack.in_public) continue;
      const auto catalogue = Fresh();
      ASSERT_NE(catalogue, nullptr);
      const auto guest = Admit(*catalogue, tier.name);
      ASSERT_NE(guest, nullptr);
      const Score score = attack.run(*guest, is_public ? coarse_ : world_, tier);
      TellShipped(attack.name, tier.name, score.value, EndOf(*guest));
      EXPECT_LE(std::abs(score.value), MostOf(attack.what, tier, score)) << attack.name << ", " << tier.name;
      if (attack.what == Of::kAdvantage || attack.what == Of::kHalf || attack.what == Of::kEighth) {
        // Else nothing was attacked.
        EXPECT_GT(score.trials, 0u) << attack.name << ", " << tier.name;
        EXPECT_GE(2 * guest->with_numbers(), guest->asked()) << attack.name << ", " << tier.name;
      }
    }
  }
}

TEST_F(ShippedTest, SeveralWhoPoolTheirBudgetsLearnNoMore) {
  const auto catalogue = Fresh();
  ASSERT_NE(catalogue, nullptr);
  std::vector<std::unique_ptr<Opponent>> guests;
  for (int i = 0; i < 5; ++i) guests.push_back(Admit(*catalogue, "registered", absl::StrCat("attacker ", i)));
  RoundRobinOpponent several(std::move(guests));
  const Score existence = Existence(several, world_, 5 * Tried());
  TellShipped("A25 five together: existence", "registered", existence, EndOf(several));
  EXPECT_LE(std::abs(existence.value), MostOf(Of::kAdvantage, kTiers[1], existence));
}

}  // namespace
}  // namespace muster::attack
