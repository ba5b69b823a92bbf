// Threads that help to answer a query.
#ifndef MUSTER_ENGINE_PARALLEL_WORKERS_H_
#define MUSTER_ENGINE_PARALLEL_WORKERS_H_

#include <sys/types.h>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <deque>
#include <exception>
#include <thread>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"
#include "allowance/allowance.h"

namespace muster::parallel {

/// A few threads that sleep until a query has work for them; they are started when one first has. Thread-safe: queries
/// that ask for help at once share the threads, and one that finds none free does its work alone. Where threads cannot
/// be started, those that there are do the work.
class Workers {
 public:
  /// At most `threads` work on one query at a time, the calling one among them. 0: as many as there are processors for
  /// this process (Processors()). More than kMaxPerProcessor for each processor gain nothing and are not used, but
  /// kAlwaysAllowed are.
  explicit Workers(size_t threads);
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;
  ~Workers();

  static constexpr size_t kMaxPerProcessor = 2;
  static constexpr size_t kAlwaysAllowed = 8;

  size_t threads() const { return threads_; }

  /// Calls f(worker, i) for each i < n, the lowest first, and returns when all calls have. `worker` < threads() is the
  /// number of the thread in this call: no two calls at a time have the same. When a call throws (memory is short), in
  /// whichever thread, no others begin, those under way are waited for, and the calling thread gets the exception.
  void ForEach(size_t n, absl::FunctionRef<void(size_t worker, size_t i)> f);
  /// The same for calls that may fail: after one has, no others begin. Returns the error of the lowest i that has one.
  absl::Status TryForEach(size_t n, absl::FunctionRef<absl::Status(size_t worker, size_t i)> f);

 private:
  struct Job {
    absl::FunctionRef<void(size_t, size_t)> f;
    size_t n = 0;
    Allowance* allowance = nullptr;  // of the calling thread, and so of all that help it
    std::atomic<size_t> next{0};
    // Guarded by mutex_.
    size_t joined = 1;  // the calling thread is worker 0
    size_t working = 0;
    std::exception_ptr failure = nullptr;  // the first one
  };

  // Starts those that are missing.
  void StartHelpers() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  // Never throws: the job keeps what a call has thrown.
  void Work(Job& job, size_t worker) ABSL_LOCKS_EXCLUDED(mutex_);
  void Loop();
  bool HasWork() const ABSL_SHARED_LOCKS_REQUIRED(mutex_) { return stopping_ || !jobs_.empty(); }

  const size_t threads_;
  const pid_t process_;
  absl::Mutex mutex_;
  std::deque<Job*> jobs_ ABSL_GUARDED_BY(mutex_);  // that others may join
  std::vector<std::thread> helpers_ ABSL_GUARDED_BY(mutex_);
  bool stopping_ ABSL_GUARDED_BY(mutex_) = false;
  std::chrono::steady_clock::time_point no_start_before_ ABSL_GUARDED_BY(mutex_);
};

/// Calls f(i) for each i < n until one fails: on this thread as long as calls are fast, and after a slow call on
/// several `workers`, unless null. For objects that are usually in memory, and sometimes have to be read from disk.
absl::Status ForEachSharedIfSlow(Workers* workers, size_t n, absl::FunctionRef<absl::Status(size_t i)> f);

}  // namespace muster::parallel

#endif  // MUSTER_ENGINE_PARALLEL_WORKERS_H_
