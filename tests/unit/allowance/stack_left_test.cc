#include "allowance/stack_left.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <thread>

namespace muster {
namespace {

// Of which the compiler leaves nothing out.
[[gnu::noinline]] size_t LeftBelow(size_t bytes) {
  volatile char used[size_t{64} << 10];
  used[0] = 1;
  used[sizeof(used) - 1] = 1;
  return bytes > sizeof(used) ? LeftBelow(bytes - sizeof(used)) + used[0] - used[sizeof(used) - 1]
                              : StackLeft().value_or(0);
}

TEST(StackLeftTest, IsLessFurtherDown) {
  const auto look = [] {
    const size_t here = StackLeft().value_or(0);
    const size_t below = LeftBelow(size_t{300} << 10);
    EXPECT_GT(here, below + (size_t{300} << 10));
    EXPECT_LT(here, below + (size_t{900} << 10));
  };
  look();
  std::thread(look).join();
}

TEST(StackLeftTest, OfTheFirstThreadFollowsTheLimit) {
  rlimit before{};
  ASSERT_EQ(getrlimit(RLIMIT_STACK, &before), 0);
  if (before.rlim_cur == RLIM_INFINITY) GTEST_SKIP() << "there is no limit";
  const size_t here = StackLeft().value_or(0);
  rlimit half = before;
  half.rlim_cur = before.rlim_cur / 2;
  ASSERT_EQ(setrlimit(RLIMIT_STACK, &half), 0);
  const size_t less = StackLeft().value_or(0);
  ASSERT_EQ(setrlimit(RLIMIT_STACK, &before), 0);
  EXPECT_LT(less, here - before.rlim_cur / 4);
  EXPECT_EQ(StackLeft().value_or(0), here);
}

}  // namespace
}  // namespace muster
