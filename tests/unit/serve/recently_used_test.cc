#include "serve/node/recently_used.h"

#include <memory>

#include "gtest/gtest.h"

namespace muster::serve {
namespace {

TEST(RecentlyUsedTest, MakesRoomForNewOnesByWhatWasNotUsedForLongest) {
  RecentlyUsed<int> kept(2);
  kept.Add("a", std::make_unique<int>(1));
  kept.Add("b", std::make_unique<int>(2));
  EXPECT_EQ(*kept.Find("a"), 1);
  const std::shared_ptr<int> b = kept.Find("b");
  EXPECT_EQ(*kept.Find("a"), 1);
  kept.Add("c", std::make_unique<int>(3));
  EXPECT_EQ(kept.Find("b"), nullptr);
  EXPECT_EQ(*b, 2) << "whoever uses it keeps it";
  EXPECT_EQ(*kept.Find("a"), 1);
  EXPECT_EQ(*kept.Find("c"), 3);
}

TEST(RecentlyUsedTest, KeepsTheFirstOfTwo) {
  RecentlyUsed<int> kept(2);
  EXPECT_EQ(*kept.Add("a", std::make_unique<int>(1)), 1);
  EXPECT_EQ(*kept.Add("a", std::make_unique<int>(2)), 1);
  EXPECT_EQ(*kept.Find("a"), 1);
}

}  // namespace
}  // namespace muster::serve
