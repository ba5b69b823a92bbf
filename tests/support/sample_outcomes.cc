// Tests of each outcome, for outcomes.sh. None of them is a test of Muster.
#include <gtest/gtest.h>

namespace {

TEST(Outcome, Passes) {}
TEST(Outcome, Fails) { FAIL() << "on purpose"; }
TEST(Outcome, Skips) { GTEST_SKIP() << "on purpose"; }
TEST(Outcome, FailsAndSkips) {
  EXPECT_TRUE(false) << "on purpose";
  GTEST_SKIP() << "the rest";
}

class WithoutSuite : public testing::Test {
 protected:
  static void SetUpTestSuite() { ASSERT_TRUE(false) << "on purpose"; }
};
TEST_F(WithoutSuite, Passes) {}

}  // namespace
