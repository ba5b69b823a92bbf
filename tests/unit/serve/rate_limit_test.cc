#include "serve/node/rate_limit.h"

#include <string>

#include "gtest/gtest.h"

namespace muster::serve {
namespace {

TEST(RateLimitTest, GivesAMinutesWorthAndFillsEvenly) {
  RateLimit limit(60);
  auto now = std::chrono::steady_clock::now();
  for (int i = 0; i < 60; ++i) EXPECT_EQ(limit.Take("a", now), 0) << i;
  EXPECT_EQ(limit.Take("a", now), 1);
  EXPECT_EQ(limit.Take("b", now), 0);
  now += std::chrono::seconds(2);
  EXPECT_EQ(limit.Take("a", now), 0);
  EXPECT_EQ(limit.Take("a", now), 0);
  EXPECT_EQ(limit.Take("a", now), 1);
}

TEST(RateLimitTest, SaysHowLongToWait) {
  RateLimit limit(4);
  auto now = std::chrono::steady_clock::now();
  for (int i = 0; i < 4; ++i) EXPECT_EQ(limit.Take("a", now), 0) << i;
  EXPECT_EQ(limit.Take("a", now), 15);
  now += std::chrono::seconds(5);
  EXPECT_NEAR(static_cast<double>(limit.Take("a", now)), 10, 1);
  now += std::chrono::seconds(10);
  EXPECT_EQ(limit.Take("a", now), 0);
}

TEST(RateLimitTest, ManyStrangersKeepOutNobodyWhoIsKnown) {
  RateLimit limit(60);
  const auto now = std::chrono::steady_clock::now();
  EXPECT_EQ(limit.Take("known", now), 0);
  for (int i = 0; i < 100'000; ++i) limit.Take(std::to_string(i), now);
  EXPECT_EQ(limit.Take("stranger", now), 60);
  EXPECT_EQ(limit.Take("known", now), 0);
  EXPECT_EQ(limit.Take("stranger", now + std::chrono::seconds(62)), 0);
}

TEST(RateLimitTest, HasNoBoundAtNought) {
  RateLimit limit(0);
  for (int i = 0; i < 1'000; ++i) EXPECT_EQ(limit.Take("a", std::chrono::steady_clock::now()), 0);
}

}  // namespace
}  // namespace muster::serve
