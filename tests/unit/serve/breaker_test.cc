#include "serve/network/breaker.h"

#include "gtest/gtest.h"

namespace muster::serve {
namespace {

TEST(BreakerTest, OpensAfterFiveInARowAndTriesAgainLaterAndLater) {
  Breaker breaker;
  Breaker::Time now = std::chrono::steady_clock::now();
  for (int i = 0; i < 5; ++i) {
    EXPECT_TRUE(breaker.Allow(now));
    breaker.Failed(now);
  }
  EXPECT_FALSE(breaker.Allow(now + std::chrono::seconds(4)));
  now += std::chrono::seconds(5);
  EXPECT_TRUE(breaker.Allow(now));
  EXPECT_FALSE(breaker.Allow(now));  // one trial
  breaker.Failed(now);
  EXPECT_FALSE(breaker.Allow(now + std::chrono::seconds(9)));
  now += std::chrono::seconds(10);
  EXPECT_TRUE(breaker.Allow(now));
  breaker.Succeeded();
  EXPECT_FALSE(breaker.open());
  EXPECT_TRUE(breaker.Allow(now));
}

TEST(BreakerTest, OpensWhenHalfOfTwentyFail) {
  Breaker breaker;
  const Breaker::Time now = std::chrono::steady_clock::now();
  for (int i = 0; i < 20 && !breaker.open(); ++i) {
    ASSERT_TRUE(breaker.Allow(now));
    if (i % 2 == 0) {
      breaker.Succeeded();
    } else {
      breaker.Failed(now);
    }
  }
  EXPECT_TRUE(breaker.open());
}

TEST(BreakerTest, WaitsNoLongerThanFiveMinutes) {
  Breaker breaker;
  Breaker::Time now = std::chrono::steady_clock::now();
  for (int i = 0; i < 5; ++i) breaker.Failed(now);
  for (int i = 0; i < 12; ++i) {
    now += std::chrono::minutes(5);
    ASSERT_TRUE(breaker.Allow(now)) << i;
    breaker.Failed(now);
  }
}

}  // namespace
}  // namespace muster::serve
