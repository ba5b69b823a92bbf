#include "containers/quick_mutex.h"

#include <thread>
#include <vector>

#include "gtest/gtest.h"

namespace muster {
namespace {

TEST(QuickMutexTest, OneThreadAtATime) {
  constexpr int kThreads = 4, kTimes = 20'000;
  QuickMutex mutex;
  int count = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < kTimes; ++i) {
        const QuickLock lock(&mutex);
        ++count;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(count, kThreads * kTimes);
}

}  // namespace
}  // namespace muster
