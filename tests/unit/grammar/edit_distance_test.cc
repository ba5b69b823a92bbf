#include "grammar/text/edit_distance.h"

#include "gtest/gtest.h"

namespace muster::grammar {
namespace {

TEST(EditDistanceTest, CountsEdits) {
  EXPECT_EQ(EditDistance("", "", 3), 0u);
  EXPECT_EQ(EditDistance("sex", "sex", 3), 0u);
  EXPECT_EQ(EditDistance("sexx", "sex", 3), 1u);
  EXPECT_EQ(EditDistance("wher", "where", 3), 1u);
  EXPECT_EQ(EditDistance("adn", "and", 3), 1u) << "neighbours swapped";
  EXPECT_EQ(EditDistance("kitten", "sitting", 3), 3u);
  EXPECT_EQ(EditDistance("", "abc", 3), 3u);
}

TEST(EditDistanceTest, StopsAtTheLimit) {
  EXPECT_EQ(EditDistance("abcdef", "uvwxyz", 2), 3u);
  EXPECT_EQ(EditDistance("a", "abcdef", 2), 3u);
}

}  // namespace
}  // namespace muster::grammar
