#include "engine/model/record/symbol_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <set>
#include <vector>

namespace muster::model {
namespace {

using testing::ElementsAre;

TEST(SymbolListTest, AscendsAndHasEachOnce) {
  const SymbolList list({7, 3, 7, 5});
  EXPECT_THAT(list.symbols(), ElementsAre(3, 5, 7));
  EXPECT_EQ(list.size(), 3u);
  EXPECT_EQ(list[1], 5u);
  EXPECT_TRUE(SymbolList().empty());
}

TEST(SymbolListTest, Contains) {
  EXPECT_FALSE(SymbolList().Contains(0));
  std::mt19937 random(1);
  for (const uint32_t range : {10u, 1000u, 4'000'000'000u}) {  // all, some, and far from each other
    for (const size_t size : {1u, 2u, 63u, 64u, 1000u}) {
      std::set<Symbol> expected;
      for (size_t i = 0; i < size; ++i) expected.insert(random() % range);
      const SymbolList list({expected.begin(), expected.end()});
      for (const Symbol symbol : expected) {
        EXPECT_TRUE(list.Contains(symbol));
        EXPECT_EQ(list.Contains(symbol + 1), expected.contains(symbol + 1));
        EXPECT_EQ(list.Contains(symbol - 1), expected.contains(symbol - 1));
      }
      EXPECT_EQ(list.Contains(0), expected.contains(0));
      EXPECT_FALSE(list.Contains(UINT32_MAX));
    }
  }
}

TEST(SymbolListTest, ListsWithTheSameSymbolsHaveOneFingerprint) {
  const SymbolList list({1, 2, 3});
  EXPECT_EQ(list.fingerprint(), SymbolList({3, 2, 1}).fingerprint());
  std::set<std::pair<uint64_t, uint64_t>> seen;
  for (const std::vector<Symbol>& other : std::vector<std::vector<Symbol>>{{}, {0}, {1}, {1, 2}, {1, 3}, {1, 2, 4}}) {
    const Fingerprint fingerprint = SymbolList(other).fingerprint();
    EXPECT_TRUE(seen.emplace(fingerprint.high, fingerprint.low).second);
    EXPECT_NE(fingerprint, list.fingerprint());
  }
}

}  // namespace
}  // namespace muster::model
