#include "serve/node/work_queue.h"

#include <atomic>
#include <latch>
#include <stop_token>
#include <string>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "gtest/gtest.h"

namespace muster::serve {
namespace {

// A queue whose threads are all busy until it is told to go on.
class BusyQueue {
 public:
  BusyQueue(size_t threads, size_t max_waiting)
      : begun_(static_cast<ptrdiff_t>(threads)), queue_(threads, max_waiting) {
    for (size_t i = 0; i < threads; ++i) {
      queue_.Push("busy", {[this] {
                             begun_.count_down();
                             go_.wait();
                           },
                           [](WorkQueue::Dropped) { ADD_FAILURE() << "dropped"; }});
    }
    begun_.wait();
  }
  ~BusyQueue() {
    if (!gone_on_) GoOn();
  }

  void GoOn() {
    gone_on_ = true;
    go_.count_down();
  }
  // What becomes of it is appended to `story`: its name, and "-" or "!" where it was dropped.
  void Push(const std::string& principal, const std::string& name, std::stop_token gone = {}) {
    queue_.Push(principal,
                {[this, name] { Tell(name); },
                 [this, name](WorkQueue::Dropped why) { Tell(name + (why == WorkQueue::Dropped::kGone ? "-" : "!")); },
                 std::move(gone)});
  }
  std::string story() {
    absl::MutexLock lock(&mutex_);
    return story_;
  }
  void WaitFor(size_t told) {
    absl::MutexLock lock(&mutex_);
    const auto enough = [&]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return told_ >= told; };
    mutex_.Await(absl::Condition(&enough));
  }
  WorkQueue& queue() { return queue_; }

 private:
  void Tell(const std::string& what) {
    absl::MutexLock lock(&mutex_);
    story_ += what;
    ++told_;
  }

  absl::Mutex mutex_;
  std::string story_ ABSL_GUARDED_BY(mutex_);
  size_t told_ ABSL_GUARDED_BY(mutex_) = 0;
  bool gone_on_ = false;
  std::latch go_{1};
  std::latch begun_;
  WorkQueue queue_;  // last: it ends first
};

TEST(WorkQueueTest, LetsPrincipalsTakeTurns) {
  BusyQueue busy(1, 10);
  for (int i = 0; i < 3; ++i) busy.Push("a", "a");
  for (int i = 0; i < 2; ++i) busy.Push("b", "b");
  EXPECT_EQ(busy.queue().waiting(), 5U);
  EXPECT_EQ(busy.queue().running(), 1U);
  busy.GoOn();
  busy.WaitFor(5);
  EXPECT_EQ(busy.story(), "ababa");
}

TEST(WorkQueueTest, RefusesWhenTooManyWait) {
  BusyQueue busy(1, 2);
  busy.Push("p", "p");
  busy.Push("q", "q");
  busy.Push("r", "r");
  EXPECT_EQ(busy.story(), "r!");
  busy.GoOn();
  busy.WaitFor(3);
  EXPECT_EQ(busy.story(), "r!pq");
}

TEST(WorkQueueTest, GivesThePlacesOfThoseThatHaveGoneToOthers) {
  BusyQueue busy(2, 3);
  std::stop_source leaving;
  busy.Push("a", "1", leaving.get_token());
  busy.Push("b", "2", leaving.get_token());
  busy.Push("c", "3");
  leaving.request_stop();
  EXPECT_EQ(busy.story(), "");
  busy.Push("d", "4");
  EXPECT_EQ(busy.story(), "1-2-");
  EXPECT_EQ(busy.queue().waiting(), 2U);
  busy.Push("e", "5");
  busy.Push("f", "6");
  EXPECT_EQ(busy.story(), "1-2-6!");
  busy.GoOn();
  busy.WaitFor(6);
  EXPECT_EQ(busy.queue().waiting(), 0U);
}

TEST(WorkQueueTest, DoesNotAskWhatNobodyWaitsFor) {
  BusyQueue busy(1, 3);
  std::stop_source leaving;
  busy.Push("a", "1", leaving.get_token());
  busy.Push("a", "2");
  leaving.request_stop();
  busy.GoOn();
  busy.WaitFor(2);
  EXPECT_EQ(busy.story(), "1-2");
}

TEST(WorkQueueTest, WhoSendsManyMakesRoomForOthers) {
  BusyQueue busy(1, 3);
  for (const char* name : {"1", "2", "3"}) busy.Push("many", name);
  busy.Push("few", "f");
  EXPECT_EQ(busy.story(), "3!");
  busy.Push("few", "g");
  EXPECT_EQ(busy.story(), "3!g!") << "it would have as much as the other";
  busy.Push("many", "4");
  EXPECT_EQ(busy.story(), "3!g!4!");
  busy.GoOn();
  busy.WaitFor(6);
  EXPECT_EQ(busy.story(), "3!g!4!1f2");
}

TEST(WorkQueueTest, TakesNothingOnceItIsStopped) {
  WorkQueue queue(2, 3);
  std::atomic<int> ran{0}, dropped{0};
  const auto push = [&] { queue.Push("a", {[&] { ++ran; }, [&](WorkQueue::Dropped) { ++dropped; }}); };
  push();
  while (ran == 0) std::this_thread::yield();
  queue.Stop();
  push();
  queue.Stop();
  EXPECT_EQ(ran, 1);
  EXPECT_EQ(dropped, 1);
}

}  // namespace
}  // namespace muster::serve
