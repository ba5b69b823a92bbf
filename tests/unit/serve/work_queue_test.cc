#include "serve/node/work_queue.h"

#include <atomic>
#include <latch>
#include <string>

#include "gtest/gtest.h"

namespace muster::serve {
namespace {

TEST(WorkQueueTest, LetsPrincipalsTakeTurns) {
  WorkQueue queue(1, 10);
  std::latch begun(1), go(1), done(5);
  std::string order;
  ASSERT_TRUE(queue.Push("first", [&] {
    begun.count_down();
    go.wait();
  }));
  begun.wait();
  for (const char* name : {"a", "a", "a"}) {
    ASSERT_TRUE(queue.Push(name, [&order, &done] {
      order += "a";
      done.count_down();
    }));
  }
  for (const char* name : {"b", "b"}) {
    ASSERT_TRUE(queue.Push(name, [&order, &done] {
      order += "b";
      done.count_down();
    }));
  }
  EXPECT_EQ(queue.waiting(), 5U);
  EXPECT_EQ(queue.running(), 1U);
  go.count_down();
  done.wait();
  EXPECT_EQ(order, "ababa");
}

TEST(WorkQueueTest, RefusesWhenTooManyWait) {
  std::latch begun(1), go(1);
  std::atomic<int> ran{0};
  {
    WorkQueue queue(1, 2);
    ASSERT_TRUE(queue.Push("p", [&] {
      begun.count_down();
      go.wait();
      ++ran;
    }));
    begun.wait();
    EXPECT_TRUE(queue.Push("p", [&] { ++ran; }));
    EXPECT_TRUE(queue.Push("q", [&] { ++ran; }));
    EXPECT_FALSE(queue.Push("r", [&] { ++ran; }));
    go.count_down();
  }
  EXPECT_GE(ran.load(), 1);
  EXPECT_LE(ran.load(), 3);
}

}  // namespace
}  // namespace muster::serve
