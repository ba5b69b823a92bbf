#include "engine/import/record/kept_values.h"

#include <limits>
#include <string>

#include "gmock/gmock.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

constexpr size_t kNoLimit = std::numeric_limits<size_t>::max();

TEST(KeptValuesTest, FewWordsAreCounted) {
  KeptValues kept;
  for (const char* word : {"active", "never", "active"}) kept.Add("/status", word, kNoLimit);
  ASSERT_EQ(kept.places().size(), 1u);
  EXPECT_EQ(kept.places()[0].path, "/status");
  EXPECT_EQ(kept.places()[0].times, 3u);
  EXPECT_THAT(kept.places()[0].words, ElementsAre(Pair("active", 2u), Pair("never", 1u)));
}

TEST(KeptValuesTest, ManyOrLongOnesAreNot) {
  KeptValues kept;
  for (int i = 0; i < 8; ++i) kept.Add("/eight", std::to_string(i), kNoLimit);
  for (int i = 0; i < 9; ++i) kept.Add("/nine", std::to_string(i), kNoLimit);
  kept.Add("/nine", "0", kNoLimit);  // nor later
  kept.Add("/long", std::string(31, 'x'), kNoLimit);
  kept.AddUnseen("/object", kNoLimit);
  EXPECT_EQ(kept.places()[0].words.size(), 8u);
  for (size_t i = 1; i < 4; ++i) EXPECT_THAT(kept.places()[i].words, IsEmpty()) << kept.places()[i].path;
  EXPECT_EQ(kept.places()[1].times, 10u);
}

TEST(KeptValuesTest, PlacesBeyondTheMostAreTogether) {
  KeptValues kept;
  for (const char* path : {"/a", "/b", "/c", "/a"}) kept.Add(path, "x", 2);
  ASSERT_EQ(kept.places().size(), 3u);
  EXPECT_EQ(kept.places()[2].path, "(others)");
  EXPECT_THAT(kept.places()[2].words, IsEmpty());
  EXPECT_EQ(kept.places()[0].times, 2u);
}

// As if there had been no parts.
TEST(KeptValuesTest, PartsAreOne) {
  KeptValues whole, first, second, joined;
  for (int i = 0; i < 40; ++i) {
    const std::string path = "/" + std::to_string(i % 4);
    const std::string word = std::to_string(i % (3 + 4 * (i % 4)));
    whole.Add(path, word, kNoLimit);
    (i < 23 ? first : second).Add(path, word, kNoLimit);
  }
  joined.Absorb(first, kNoLimit);
  joined.Absorb(second, kNoLimit);
  ASSERT_EQ(joined.places().size(), whole.places().size());
  for (size_t i = 0; i < whole.places().size(); ++i) {
    EXPECT_EQ(joined.places()[i].path, whole.places()[i].path);
    EXPECT_EQ(joined.places()[i].times, whole.places()[i].times);
    EXPECT_EQ(joined.places()[i].words, whole.places()[i].words);
  }
}

}  // namespace
}  // namespace muster::import
