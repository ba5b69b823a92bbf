#include "serve/node/rate_limit.h"

#include "gtest/gtest.h"

namespace muster::serve {
namespace {

TEST(RateLimitTest, GivesAMinutesWorthAndFillsEvenly) {
  RateLimit limit(60);
  auto now = std::chrono::steady_clock::now();
  for (int i = 0; i < 60; ++i) EXPECT_TRUE(limit.Take("a", now)) << i;
  EXPECT_FALSE(limit.Take("a", now));
  EXPECT_TRUE(limit.Take("b", now));
  now += std::chrono::seconds(2);
  EXPECT_TRUE(limit.Take("a", now));
  EXPECT_TRUE(limit.Take("a", now));
  EXPECT_FALSE(limit.Take("a", now));
}

TEST(RateLimitTest, HasNoBoundAtNought) {
  RateLimit limit(0);
  for (int i = 0; i < 1'000; ++i) EXPECT_TRUE(limit.Take("a", std::chrono::steady_clock::now()));
}

}  // namespace
}  // namespace muster::serve
