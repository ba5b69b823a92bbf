#include "engine/parallel/workers.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <barrier>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <new>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "absl/synchronization/mutex.h"
#include "engine/parallel/processors.h"
#include "gtest/gtest.h"

namespace muster::parallel {
namespace {

TEST(WorkersTest, EachIsDoneOnce) {
  Workers workers(4);
  EXPECT_EQ(workers.threads(), 4);
  for (const size_t n : {0, 1, 2, 3, 1000}) {
    std::vector<std::atomic<int>> calls(n);
    workers.ForEach(n, [&](size_t worker, size_t i) {
      EXPECT_LT(worker, 4);
      ++calls[i];
    });
    for (size_t i = 0; i < n; ++i) EXPECT_EQ(calls[i], 1) << i << " of " << n;
  }
}

TEST(WorkersTest, ThreadsWorkAtOnceUnderDifferentNumbers) {
  Workers workers(3);
  std::barrier barrier(3);  // none gets past it alone
  absl::Mutex mutex;
  std::set<size_t> numbers;
  std::set<std::thread::id> threads;
  workers.ForEach(3, [&](size_t worker, size_t) {
    barrier.arrive_and_wait();
    absl::MutexLock lock(&mutex);
    numbers.insert(worker);
    threads.insert(std::this_thread::get_id());
  });
  EXPECT_EQ(numbers, (std::set<size_t>{0, 1, 2}));
  EXPECT_EQ(threads.size(), 3);
}

TEST(WorkersTest, OneThreadIsTheCallingOne) {
  Workers workers(1);
  std::vector<size_t> order;
  workers.ForEach(3, [&](size_t worker, size_t i) {
    EXPECT_EQ(worker, 0);
    order.push_back(i);
  });
  EXPECT_EQ(order, (std::vector<size_t>{0, 1, 2}));
}

TEST(WorkersTest, ThereIsAtLeastOneThread) { EXPECT_GE(Workers(0).threads(), 1); }

TEST(WorkersTest, CallersShareTheThreads) {
  Workers workers(3);
  std::vector<std::thread> callers;
  std::atomic<size_t> sum = 0;
  for (int c = 0; c < 8; ++c) {
    callers.emplace_back([&] {
      for (int round = 0; round < 200; ++round) {
        std::vector<size_t> done(3);  // by worker: each writes its own without a lock
        workers.ForEach(7, [&](size_t worker, size_t i) { done[worker] += i + 1; });
        sum += done[0] + done[1] + done[2];
      }
    });
  }
  for (std::thread& caller : callers) caller.join();
  EXPECT_EQ(sum, size_t{8} * 200 * 28);
}

TEST(WorkersTest, AnErrorStopsWhatHasNotBegun) {
  for (const size_t threads : {1, 3}) {
    Workers workers(threads);
    std::atomic<int> calls = 0;
    const absl::Status status = workers.TryForEach(1000, [&](size_t /*worker*/, size_t i) -> absl::Status {
      ++calls;
      if (i >= 10) return absl::InternalError(std::to_string(i));
      return absl::OkStatus();
    });
    EXPECT_FALSE(status.ok());
    EXPECT_LE(std::stoi(std::string(status.message())), 9 + threads);
    EXPECT_LE(calls, 10 + threads);
  }
}

TEST(WorkersTest, ManyThreadsAreClamped) {
  EXPECT_EQ(Workers(8).threads(), 8u);
  EXPECT_LE(Workers(4'000'000'000).threads(), std::max<size_t>(8, 2 * Processors()));
}

// What a call throws comes to the calling thread, and not before all calls are done: what they work with is its own.
TEST(WorkersTest, AnExceptionOfAnyThreadComesToTheCallingOne) {
  for (const size_t threads : {1, 2, 4}) {
    Workers workers(threads);
    for (int round = 0; round < 200; ++round) {
      std::atomic<int> inside = 0;
      std::atomic<int> begun = 0;
      const std::thread::id caller = std::this_thread::get_id();
      const auto call = [&](size_t /*worker*/, size_t i) -> absl::Status {
        ++inside;
        ++begun;
        if (i == static_cast<size_t>(round % 3) || (std::this_thread::get_id() != caller && i > 10)) {
          --inside;
          throw std::bad_alloc();
        }
        std::this_thread::yield();
        --inside;
        return absl::OkStatus();
      };
      EXPECT_THROW(workers.TryForEach(1000, call).IgnoreError(), std::bad_alloc);
      EXPECT_EQ(inside, 0);
      EXPECT_LT(begun, 1000);
    }
    std::atomic<int> calls = 0;
    workers.ForEach(10, [&](size_t, size_t) { ++calls; });
    EXPECT_EQ(calls, 10) << "the threads are still there";
  }
}

// In a process of its own that may have no thread more than it has.
TEST(WorkersDeathTest, WithoutThreadsTheCallingOneDoesAll) {
  const auto child = [] {
    rlimit room{};
    getrlimit(RLIMIT_AS, &room);
    // A thread needs 8 MiB of addresses for its stack.
    std::ifstream statm("/proc/self/statm");
    rlim_t pages = 0;
    statm >> pages;
    room.rlim_cur = pages * static_cast<rlim_t>(sysconf(_SC_PAGESIZE)) + (4 << 20);
    if (setrlimit(RLIMIT_AS, &room) != 0) std::exit(2);
    size_t sum = 0;
    Workers workers(8);
    workers.ForEach(100, [&](size_t worker, size_t i) { sum += worker == 0 ? i : 100000; });
    std::exit(sum == 4950 ? 0 : 1);
  };
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  GTEST_SKIP() << "a sanitizer needs more addresses";
#endif
  EXPECT_EXIT(child(), testing::ExitedWithCode(0), "");
}

TEST(WorkersTest, AllSucceed) {
  Workers workers(3);
  std::atomic<int> calls = 0;
  EXPECT_TRUE(workers
                  .TryForEach(100,
                              [&](size_t /*worker*/, size_t /*i*/) {
                                ++calls;
                                return absl::OkStatus();
                              })
                  .ok());
  EXPECT_EQ(calls, 100);
}

TEST(SharedIfSlowTest, WithoutWorkersTheCallingThreadDoesAll) {
  std::vector<std::thread::id> by;
  EXPECT_TRUE(ForEachSharedIfSlow(nullptr, 5, [&](size_t i) {
                EXPECT_EQ(by.size(), i);
                by.push_back(std::this_thread::get_id());
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
                return absl::OkStatus();
              }).ok());
  EXPECT_EQ(by, std::vector(5, std::this_thread::get_id())) << "nobody else is there";
}

TEST(SharedIfSlowTest, WhatIsSlowIsShared) {
  Workers workers(2);
  std::barrier both(2);
  std::vector<std::atomic<int>> calls(3);
  EXPECT_TRUE(ForEachSharedIfSlow(&workers, 3, [&](size_t i) {
                ++calls[i];
                if (i == 0) {
                  std::this_thread::sleep_for(std::chrono::milliseconds(5));
                } else {
                  both.arrive_and_wait();  // never, if one thread did both
                }
                return absl::OkStatus();
              }).ok());
  for (const auto& n : calls) EXPECT_EQ(n, 1);
}

TEST(SharedIfSlowTest, ErrorsComeBack) {
  Workers workers(2);
  for (const size_t wrong : {0, 1, 4}) {
    const absl::Status status = ForEachSharedIfSlow(&workers, 5, [&](size_t i) -> absl::Status {
      if (i == 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
      if (i == wrong) return absl::DataLossError(std::to_string(i));
      return absl::OkStatus();
    });
    EXPECT_EQ(status.message(), std::to_string(wrong));
  }
}

}  // namespace
}  // namespace muster::parallel
