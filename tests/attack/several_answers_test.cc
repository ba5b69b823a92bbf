// Attacks that put several answers together: tables of a field of which people have several values (A15), bounds
// along chains of near sets (A48).
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "tests/attack/baselines.h"
#include "tests/attack/own_catalogue.h"
#include "tests/attack/score.h"
#include "tests/attack/table.h"

namespace muster::attack {
namespace {

size_t NumberOf(const std::string& id) { return std::stoull(id.substr(1)); }
// Who has a second disease, and which: nobody has one twice.
bool HasTwo(size_t person) { return person % 7 == 3; }
size_t SecondOf(size_t disease) { return (disease + 4) % kDiseases; }

std::string WithSecondDiseases(const std::string& records) {
  std::string all;
  for (size_t begin = 0; begin < records.size();) {
    const size_t end = records.find('\n', begin) + 1;
    std::string line = records.substr(begin, end - begin);
    begin = end;
    if (HasTwo(NumberOf(line.substr(7, line.find('"', 7) - 7)))) {
      const size_t code = line.find("DX:");
      const size_t disease = std::stoull(line.substr(code + 3)) - 1;
      line.insert(line.find('}', code) + 1,
                  absl::StrCat(R"(},{"term":{"id":")", DiseaseCode(SecondOf(disease)), "\"}"));
    }
    all += line;
  }
  return all;
}

// The numbers of a table of one dimension that are shown, and under "" the total. Nothing of a question that is too
// fine for the tier.
std::map<std::string, double> Shown(Opponent& opponent, const std::string& text) {
  std::map<std::string, double> shown;
  const auto answers = opponent.Ask(text);
  EXPECT_TRUE(answers.ok()) << text;
  if (!answers.ok() || !answers->back().table.has_value()) return shown;
  const Table& table = *answers->back().table;
  for (const auto& row : table.rows) {
    const auto* key = std::get_if<std::string>(&row.at(0));
    if (key == nullptr) continue;
    if (const auto value = ValueOf(row.at(1))) shown[*key] = static_cast<double>(*value);
  }
  if (!table.total.empty()) shown[""] = static_cast<double>(ValueOf(table.total[0]).value_or(0));
  return shown;
}

struct SeveralValues {
  double right = 0;      ///< share of targets of whom one of their diseases is named
  double advantage = 0;  ///< of the claim that somebody has two
  size_t tried = 0;      ///< targets, until a budget ended it
};

SeveralValues TableWithAndWithout(Opponent& opponent, const World& world, size_t targets) {
  Claims right, two;
  targets = std::min(targets, world.targets.size());
  for (size_t i = 0; i < targets; ++i) {
    const Target& target = world.targets[i];
    const std::string base = absl::StrCat("count individuals where sex is ", target.sex);
    auto with = Shown(opponent, base + " by disease");
    auto without = Shown(opponent, absl::StrCat(base, " and not ", target.alone, " by disease"));
    if (without.empty()) without = with;
    double most = 0, sum = 0;
    std::string claimed = DiseaseCode(i % kDiseases);  // a guess, when nothing differs
    for (const auto& [code, value] : with) {
      if (code.empty()) continue;
      const double differs = std::abs(value - without[code]);
      sum += differs;
      if (differs > most) {
        most = differs;
        claimed = code;
      }
    }
    const bool has_two = HasTwo(NumberOf(target.id));
    if (opponent.ended()) break;
    right.Add(true,
              claimed == DiseaseCode(target.disease) || (has_two && claimed == DiseaseCode(SecondOf(target.disease))));
    two.Add(has_two, sum - std::abs(with[""] - without[""]) >= 0.5);
  }
  return {right.Right(), two.Advantage(), right.trials()};
}

class SeveralAnswersTest : public OwnCatalogueTest {
 protected:
  void SetUp() override {
    OwnCatalogueTest::SetUp();
    catalogue_ = Make("world");
    ASSERT_NE(catalogue_, nullptr);
    for (const char* dataset : {"hospital", "registry"}) {
      Import(*catalogue_, dataset, WithSecondDiseases(world_.Records(dataset)));
    }
    SetPolicy(*catalogue_);
  }
  void TearDown() override {
    catalogue_.reset();
    OwnCatalogueTest::TearDown();
  }

  const World world_{Seed(), FromEnvironment("MUSTER_ATTACK_PEOPLE", 4000)};
  std::unique_ptr<Catalogue> catalogue_;
};

TEST_F(SeveralAnswersTest, ValuesOfOnePersonAreNotTold) {
  const size_t targets = 6 * Trials();
  Exact exact(*catalogue_);
  const SeveralValues exactly = TableWithAndWithout(exact, world_, targets);
  Tell("A15 several values: disease", exact.name(), exactly.right);
  Tell("A15 several values: has he two", exact.name(), exactly.advantage);
  EXPECT_GE(exactly.right, 0.95);
  EXPECT_GE(exactly.advantage, 0.95);
  for (const char* tier : {"public", "registered", "controlled"}) {
    const auto guest = Admit(*catalogue_, tier);
    ASSERT_NE(guest, nullptr);
    const SeveralValues told = TableWithAndWithout(*guest, world_, targets);
    Tell("A15 several values: disease", tier, told.right);
    Tell("A15 several values: has he two", tier, told.advantage);
    EXPECT_LE(told.right, Bar(0.16, static_cast<double>(targets)) + 0.05);
    EXPECT_LE(std::abs(told.advantage), 0.02 + 3 * std::sqrt(0.02 / static_cast<double>(targets)));
  }
  SetShippedPolicy(*catalogue_);
  for (const char* tier : {"registered", "controlled"}) {
    const auto guest = Admit(*catalogue_, tier, "newcomer");
    ASSERT_NE(guest, nullptr);
    const SeveralValues told = TableWithAndWithout(*guest, world_, targets);
    TellShipped("A15 several values: disease", tier, told.right, EndOf(*guest));
    TellShipped("A15 several values: has he two", tier, told.advantage, EndOf(*guest));
    EXPECT_GT(told.tried, 0u) << tier;
    EXPECT_LE(told.right, Bar(0.16, static_cast<double>(told.tried)) + 0.05) << tier;
    EXPECT_LE(std::abs(told.advantage), 0.02 + 3 * std::sqrt(0.02 / static_cast<double>(told.tried))) << tier;
  }
}

TEST_F(SeveralAnswersTest, NumbersKeepTheirBoundsAlongChains) {
  Exact exact(*catalogue_);
  size_t beyond_noise = 0, asked = 0;
  struct Chained {
    const char* name;
    int years;          // how finely the tier may ask
    double with_noise;  // what noise and rounding come to
    std::unique_ptr<GuestOpponent> guest;
    size_t outside = 0;
  };
  std::vector<Chained> tiers;
  tiers.push_back({"public", 5, 29 + 5, Admit(*catalogue_, "public")});
  tiers.push_back({"registered", 1, 15 + 2.5, Admit(*catalogue_, "registered")});
  tiers.push_back({"controlled", 1, 7 + 0.5, Admit(*catalogue_, "controlled")});
  for (const char* sex : {"female", "male"}) {
    for (const char* country : {"DE", "FR", "ES", "IT"}) {
      for (int to = 25; to <= 85; ++to) {
        const std::string where = absl::StrCat("sex is ", sex, " and country is \"", country,
                                               "\" and age at last contact between 20 and ", to, " years");
        const auto truth = static_cast<double>(*exact.Count(where).value);
        for (Chained& tier : tiers) {
          if (to % tier.years != 0) continue;
          const auto answers = tier.guest->Ask("count individuals where " + where);
          ASSERT_TRUE(answers.ok() && answers->front().table.has_value()) << where;
          const Cell& cell = answers->front().table->rows.at(0).at(0);
          const Interval interval = IntervalOf(cell);
          ++asked;
          tier.outside += truth < interval.low || truth > interval.high ? 1 : 0;
          const auto value = ValueOf(cell);
          beyond_noise += value.has_value() && std::abs(static_cast<double>(*value) - truth) > tier.with_noise ? 1 : 0;
        }
      }
    }
  }
  EXPECT_GT(asked, 1000u);
  Tell("A48 chains: out of bounds of noise alone", "noise", static_cast<double>(beyond_noise));
  for (const Chained& tier : tiers) {
    Tell("A48 chains: out of the bounds told", tier.name, static_cast<double>(tier.outside));
    EXPECT_EQ(tier.outside, 0u) << tier.name;
  }
  EXPECT_GT(beyond_noise, 0u) << "answers were passed on, so the bounds of noise alone are not enough";
}

}  // namespace
}  // namespace muster::attack
