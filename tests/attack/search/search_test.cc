// A33: a search for attacks, by the clock. MUSTER_ATTACK_SEARCH_SECONDS says how long, for all opponents together.
#include "tests/attack/search/search.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/attack/baselines.h"
#include "tests/attack/own_catalogue.h"
#include "tests/attack/search/rule.h"

namespace muster::attack {
namespace {

using std::chrono_literals::operator""s;

class SearchTest : public OwnCatalogueTest {};

void Print(const Found& found, const char* against) {
  std::printf("search against %s: %zu sets of %zu questions; the best, of one target:\n", against, found.sets,
              found.questions);
  for (const std::string& text : found.texts) std::printf("    %s\n", text.c_str());
}

TEST_F(SearchTest, ARuleIsLearntWhereThereIsOne) {
  std::mt19937_64 random(1);
  std::vector<Numbers> cases;
  std::vector<bool> bits, no_rule;
  for (int i = 0; i < 200; ++i) {
    const auto base = static_cast<double>(random() % 1000);
    bits.push_back(random() % 2 == 0);
    no_rule.push_back(random() % 2 == 0);
    cases.push_back({base, base + (bits.back() ? 1 : 0), static_cast<double>(random() % 7)});
  }
  EXPECT_GE(Rule::Learn(cases, bits).Right(cases, bits), 0.99);
  EXPECT_LE(Rule::Learn(cases, no_rule).Right(cases, no_rule), 0.7);
}

TEST_F(SearchTest, FindsAnAttackOnExactNumbersAndNoneOnATier) {
  const World world(Seed(), FromEnvironment("MUSTER_ATTACK_PEOPLE", 4000));
  const std::chrono::milliseconds each{FromEnvironment("MUSTER_ATTACK_SEARCH_SECONDS", 3) * 1000 / 3};
  const auto catalogue = Make("people");
  ASSERT_NE(catalogue, nullptr);
  for (const char* dataset : {"hospital", "registry"}) Import(*catalogue, dataset, world.Records(dataset));
  SetPolicy(*catalogue);
  // Small numbers are hidden, so that it has to find differences. It ends when it has.
  Suppressed suppressed(*catalogue, 10);
  const Found exactly = Search(suppressed, world, 1, Seed()).Run(std::max<std::chrono::milliseconds>(each, 20s));
  Print(exactly, "E");
  Tell("A33 search", suppressed.name(), exactly.right);
  EXPECT_GE(exactly.right, 0.85);
  struct Searched {
    const char* tier;
    int years;
    double most;
  };
  for (const auto& [tier, years, most] : {Searched{"public", 5, 0.53}, Searched{"registered", 1, 0.55}}) {
    const auto guest = Admit(*catalogue, tier);
    ASSERT_NE(guest, nullptr);
    const Found found = Search(*guest, world, years, Seed()).Run(each);
    Print(found, tier);
    Tell("A33 search", tier, found.right);
    EXPECT_LE(found.right, Bar(most, static_cast<double>(found.tested))) << tier;
    EXPECT_GE(2 * guest->with_numbers(), guest->asked()) << tier;
  }
}

}  // namespace
}  // namespace muster::attack
