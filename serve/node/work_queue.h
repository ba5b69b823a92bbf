// Questions wait here for a thread. Those of one principal wait behind each other, and principals take turns.
#ifndef MUSTER_SERVE_NODE_WORK_QUEUE_H_
#define MUSTER_SERVE_NODE_WORK_QUEUE_H_

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"

namespace muster::serve {

/// Thread-safe.
class WorkQueue {
 public:
  /// Why work is not done.
  enum class Dropped { kGone, kFull };

  struct Work {
    std::function<void()> run;
    /// Called in place of `run`, once, on the thread that pushes or on one of the queue's; not of what waits when the
    /// queue stops.
    std::function<void(Dropped)> drop;
    /// Requested to stop when nobody waits for it any more.
    std::stop_token gone = {};
  };

  /// `threads` run at a time, `max_waiting` wait at most.
  WorkQueue(size_t threads, size_t max_waiting);
  WorkQueue(const WorkQueue&) = delete;
  WorkQueue& operator=(const WorkQueue&) = delete;
  /// As Stop.
  ~WorkQueue();

  /// Waits for what runs; what waits is dropped without a call, and what is pushed from now on as where it is full. Not
  /// on one of the queue's threads.
  void Stop();

  /// If the queue is full, work that nobody waits for is dropped, then the last work of a principal who has more in the
  /// queue than this one would have; else the new work is dropped.
  void Push(const std::string& principal, Work work);

  size_t waiting() const;
  size_t running() const;

 private:
  void Run();
  bool IsFull() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  // Removes work that nobody waits for.
  std::vector<Work> TakeAbandoned() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  // The last work of the principal with the most work, if that is more than `principal` would have.
  std::optional<Work> TakeFromTheLargest(const std::string& principal) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  // A principal without work has no turn.
  void ForgetIdle() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  const size_t max_waiting_;
  mutable absl::Mutex mutex_;
  std::map<std::string, std::deque<Work>> work_ ABSL_GUARDED_BY(mutex_);
  std::deque<std::string> turns_ ABSL_GUARDED_BY(mutex_);  ///< each principal that has work, once
  size_t waiting_ ABSL_GUARDED_BY(mutex_) = 0;
  size_t running_ ABSL_GUARDED_BY(mutex_) = 0;
  bool ended_ ABSL_GUARDED_BY(mutex_) = false;
  std::vector<std::thread> threads_;
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_NODE_WORK_QUEUE_H_
