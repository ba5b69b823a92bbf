// Attacks of somebody who can ask for any set of people: no criterion is left out, as worst cases have it. Each first
// against a practice that it must succeed against.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/attack/set_attacks.h"
#include "tests/attack/settings.h"
#include "tests/attack/table.h"

namespace muster::attack {
namespace {

// More than of whole statements: a set costs microseconds.
size_t SetTrials() { return 20 * Trials(); }

// A door of its own for each trial.
class OwnDoor final : public SetAnswerer {
 public:
  OwnDoor(const std::string& preset, uint64_t seed) : door_(seed), sets_(preset, &door_) {}
  std::optional<int64_t> Answer(const Elements& people) override { return sets_.Answer(people); }

 private:
  ShippedDoor door_;
  ReleasedSets sets_;
};

MakeAnswerer Released(const std::string& preset) {
  return [preset](uint64_t seed) { return std::make_unique<OwnDoor>(preset, seed + 1000 * Seed()); };
}
MakeAnswerer Sharp(uint64_t k) {
  return [k](uint64_t seed) { return std::make_unique<SharpEdge>(k, seed); };
}
MakeAnswerer CellKeys(uint64_t k) {
  return [k](uint64_t seed) { return std::make_unique<CellKeySets>(k, seed); };
}
MakeAnswerer ExactAbove(uint64_t k) {
  return [k](uint64_t) { return std::make_unique<ExactSets>(k); };
}

struct NamedTier {
  const char* name;
  size_t k;
};
constexpr NamedTier kTiers[] = {{"public", 20}, {"registered", 10}, {"controlled", 5}};

TEST(SetAttack, CalibratedEdge) {
  const size_t trials = SetTrials();
  const double sharp = CalibratedEdge(Sharp(10), 9, trials);
  Tell("A37 calibrated edge, k - 1", "S", sharp);
  EXPECT_GE(sharp, 0.8);
  for (const auto& [tier, k] : kTiers) {
    for (const size_t more : {k - 1, k + 2, k + 4, k + 7}) {
      const double told = CalibratedEdge(Released(tier), more, trials);
      Tell(absl::StrCat("A37 calibrated edge, ", more), tier, told);
      const double bar = more == k - 1 ? 0.02 : 0.25;
      EXPECT_LE(told, bar + AdvantageBar(static_cast<double>(trials))) << tier << " " << more;
    }
  }
}

TEST(SetAttack, Bisection) {
  const size_t trials = SetTrials();
  const double sharp = Bisection(Sharp(10), trials, false);
  Tell("A38 bisection", "S", sharp);
  EXPECT_GE(sharp, 0.6);
  const double sharp_fresh = Bisection(Sharp(10), trials, true);
  Tell("A38 b bisection, fresh bases", "S", sharp_fresh);
  EXPECT_GE(sharp_fresh, 0.8);
  const double sharp_growing = GrowingFromBelow(Sharp(10), trials);
  Tell("A39 growing from below", "S", sharp_growing);
  EXPECT_GE(sharp_growing, 0.8);
  for (const auto& [tier, k] : kTiers) {
    const double told = Bisection(Released(tier), trials, false);
    Tell("A38 bisection", tier, told);
    EXPECT_LE(told, (k == 5 ? 0.40 : 0.30) + AdvantageBar(static_cast<double>(trials))) << tier;
    const double fresh = Bisection(Released(tier), trials, true);
    Tell("A38 b bisection, fresh bases", tier, fresh);
    // Around a label the edge is anywhere between 1.4 and 2 k, so one person more crosses it in 1 of 0.6 k cases.
    EXPECT_LE(fresh, 0.08 + 1 / (0.6 * static_cast<double>(k)) + AdvantageBar(static_cast<double>(trials))) << tier;
    const double growing = GrowingFromBelow(Released(tier), trials);
    Tell("A39 growing from below", tier, growing);
    EXPECT_LE(growing, (k == 5 ? 0.70 : 0.55) + AdvantageBar(static_cast<double>(trials))) << tier;
  }
}

TEST(SetAttack, BetweenLabelsAndHistory) {
  const size_t trials = SetTrials();
  const double sharp = History(Sharp(10), 10, trials);
  Tell("A45 history", "S", sharp);
  EXPECT_GE(sharp, 0.8);
  const double sharp_between = BetweenLabels(Sharp(10), 10, trials);
  Tell("A40 between two labels", "S", sharp_between);
  EXPECT_GE(sharp_between, 0.8);
  for (const auto& [tier, k] : kTiers) {
    const double between = BetweenLabels(Released(tier), k, trials);
    Tell("A40 between two labels", tier, between);
    // 0.34 is what is measured of the lowest threshold (docs/decisions/0072).
    EXPECT_LE(between, (k == 5 ? 0.34 : 0.25) + AdvantageBar(static_cast<double>(trials))) << tier;
    Tell("A45 history (not promised)", tier, History(Released(tier), k, trials));
  }
}

TEST(SetAttack, Poison) {
  const size_t trials = SetTrials() / 2;
  const Poisoned passed_on =
      Poison([](uint64_t seed) { return std::make_unique<ChainedAnswers>(10, seed); }, 10, trials);
  Tell("A44 poison: victim without number", "passed on", passed_on.without_number);
  EXPECT_GE(passed_on.without_number, 0.95);
  for (const auto& [tier, k] : kTiers) {
    const Poisoned poisoned = Poison(Released(tier), k, trials);
    Tell("A44 poison: victim without number", tier, poisoned.without_number);
    Tell("A44 poison: mean error", tier, poisoned.error);
    EXPECT_EQ(poisoned.without_number, 0) << tier;
    EXPECT_LE(std::abs(poisoned.error), 3 * static_cast<double>(k) - 1) << tier;
  }
}

// The variance of the best combination of two answers to sets that differ by `apart` people, of that of the first
// alone.
double BestOfTwo(SetAnswerer& first, SetAnswerer& second, size_t apart, size_t trials) {
  release::People people(200'000, 77);
  std::vector<double> a, b;
  for (size_t i = 0; i < trials; ++i) {
    const Elements s = people.Some(300 + people.random()() % 300);
    const Elements near = people.Changed(s, 0, apart);
    const auto one = first.Answer(s);
    const auto other = second.Answer(near);
    if (!one.has_value() || !other.has_value()) continue;
    a.push_back(static_cast<double>(*one) - static_cast<double>(s.size()));
    b.push_back(static_cast<double>(*other) - static_cast<double>(s.size()));
  }
  const auto n = static_cast<double>(a.size());
  double mean_a = 0, mean_b = 0, aa = 0, bb = 0, ab = 0;
  for (size_t i = 0; i < a.size(); ++i) mean_a += a[i] / n, mean_b += b[i] / n;
  for (size_t i = 0; i < a.size(); ++i) {
    aa += (a[i] - mean_a) * (a[i] - mean_a) / n;
    bb += (b[i] - mean_b) * (b[i] - mean_b) / n;
    ab += (a[i] - mean_a) * (b[i] - mean_b) / n;
  }
  double best = aa;
  for (double w = -1; w <= 2; w += 0.01) {
    best = std::min(best, w * w * aa + (1 - w) * (1 - w) * bb + 2 * w * (1 - w) * ab);
  }
  return best / aa;
}

// Of the same set both tiers' numbers together tell no more than the narrower's alone: noise is in layers. Of near
// sets, too, as far as they have one label.
TEST(SetAttack, TwoTiers) {
  const size_t trials = 10 * SetTrials();
  CellKeySets of_one(10, 1), of_other(10, 2);
  const double own_noise = BestOfTwo(of_one, of_other, 0, trials);
  Tell("A46 two tiers, 0 apart: of the variance", "noise of its own for each", own_noise);
  EXPECT_LE(own_noise, 0.7);
  for (const size_t apart : {size_t{0}, size_t{5}}) {
    ShippedDoor door(Seed() + 5);
    ReleasedSets narrow("registered", &door);
    ReleasedSets wide("public", &door);
    const double both = BestOfTwo(narrow, wide, apart, trials);
    Tell(absl::StrCat("A46 two tiers, ", apart, " apart: of the variance"), "registered", both);
    EXPECT_GE(both, 0.97 - 3 * std::sqrt(2 / static_cast<double>(trials)));
  }
}

TEST(SetAttack, Averaging) {
  const size_t trials = SetTrials() / 5;
  const Split cell_keys = SplitAveraging(CellKeys(10), 100, trials);
  Tell("A9 split averaging, 100: exact", "C", cell_keys.exact);
  EXPECT_GE(cell_keys.exact, 0.7) << "0.9 with a variance of 9 before rounding";
  for (const auto& [tier, k] : kTiers) {
    const Split split = SplitAveraging(Released(tier), 50, trials);
    Tell("A9 split averaging, 50: exact (reported)", tier, split.exact);
    Tell("A9 split averaging, 50: error", tier, split.error);
    EXPECT_EQ(SplitsOfFew(Released(tier), k, 20, trials), 0u) << tier;
  }
}

TEST(SetAttack, StrongAdversary) {
  const size_t trials = SetTrials();
  const double exact = StrongAdversary(ExactAbove(10), 10, trials);
  Tell("A14 strong adversary, 11 numbers", "E", exact);
  EXPECT_GE(exact, 0.95);
  for (const auto& [tier, k] : kTiers) {
    const double variance = tier == std::string("public")       ? 25 + 100.0 / 12
                            : tier == std::string("registered") ? 9 + 25.0 / 12
                                                                : 4 + 1.0 / 12;
    for (const size_t sets : {size_t{10}, size_t{30}}) {
      const double told = StrongAdversary(Released(tier), sets, sets == 10 ? trials : trials / 3);
      Tell(absl::StrCat("A14 strong adversary, ", sets + 1, " numbers"), tier, told);
      const double m = static_cast<double>(sets) + 1;
      const double bound = std::erf(std::sqrt(m / variance) / 2 / std::sqrt(2.0));
      EXPECT_LE(told, bound + 0.08 + AdvantageBar(static_cast<double>(sets == 10 ? trials : trials / 3))) << tier;
    }
  }
}

TEST(SetAttack, Reconstruction) {
  const size_t trials = std::max<size_t>(Trials() / 5, 2);
  const double exact = Reconstruction(ExactAbove(10), 200, trials);
  Tell("A13 reconstruction, 200 questions", "E", exact);
  EXPECT_GE(exact, 0.97);
  struct Simulated {
    const char* tier;
    size_t questions;
    double share;  // of bits right, as simulated before anything was built
  };
  for (const auto& [tier, questions, share] : {Simulated{"registered", 50, 0.66}, Simulated{"registered", 100, 0.72},
                                               Simulated{"public", 50, 0.62}, Simulated{"controlled", 100, 0.83}}) {
    const double right = Reconstruction(Released(tier), questions, trials);
    Tell(absl::StrCat("A13 reconstruction, ", questions, " questions"), tier, right);
    EXPECT_LE(right, Bar(share + 0.03, 100 * static_cast<double>(trials))) << tier << " " << questions;
  }
}

}  // namespace
}  // namespace muster::attack
