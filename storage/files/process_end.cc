#include "storage/files/process_end.h"

#include <pthread.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <iostream>

#include "absl/synchronization/mutex.h"

namespace muster::storage {
namespace {

std::atomic<bool> is_ending = false;

constinit std::atomic<int> timer_users = 0;
constinit std::atomic<bool> timer_is_missing = false;

[[maybe_unused]] const int looks_at_forks = pthread_atfork(nullptr, nullptr, [] {
  if (timer_users > 0) timer_is_missing = true;
  // Where Abseil was compiled with assertions, as Debian's is, each of its mutexes looks for deadlocks in one graph. A
  // thread that was there at the fork may hold the graph, and is not in the child.
  absl::SetMutexDeadlockDetectionMode(absl::OnDeadlockCycle::kIgnore);
});

void EndWithoutTimer(int status, void* /*unused*/) {
  if (!timer_is_missing) return;
  std::cout.flush();
  std::clog.flush();
  std::fflush(nullptr);
  ::_exit(status);
}

}  // namespace

// What is registered last is called first.

void NoticeProcessEnd() {
  static const int registered = std::atexit([] { is_ending = true; });
  static_cast<void>(registered);
}

bool IsProcessEnding() { return is_ending; }

TimerThread::TimerThread() { ++timer_users; }
TimerThread::~TimerThread() { --timer_users; }

void TimerThread::NoticeMade() {
  static const int registered = ::on_exit(&EndWithoutTimer, nullptr);
  static_cast<void>(registered);
}

}  // namespace muster::storage
