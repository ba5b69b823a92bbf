// Questions wait here for a thread. Those of one principal wait behind each other, and principals take turns.
#ifndef MUSTER_SERVE_NODE_WORK_QUEUE_H_
#define MUSTER_SERVE_NODE_WORK_QUEUE_H_

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"

namespace muster::serve {

/// Thread-safe.
class WorkQueue {
 public:
  /// `threads` run at a time, `max_waiting` wait at most.
  WorkQueue(size_t threads, size_t max_waiting);
  WorkQueue(const WorkQueue&) = delete;
  WorkQueue& operator=(const WorkQueue&) = delete;
  /// Waits for what runs; what waits is dropped.
  ~WorkQueue();

  /// False: too many wait already.
  bool Push(const std::string& principal, std::function<void()> work);

  size_t waiting() const;
  size_t running() const;

 private:
  void Run();

  const size_t max_waiting_;
  mutable absl::Mutex mutex_;
  std::map<std::string, std::deque<std::function<void()>>> work_ ABSL_GUARDED_BY(mutex_);
  std::deque<std::string> turns_ ABSL_GUARDED_BY(mutex_);  ///< each principal that has work, once
  size_t waiting_ ABSL_GUARDED_BY(mutex_) = 0;
  size_t running_ ABSL_GUARDED_BY(mutex_) = 0;
  bool ended_ ABSL_GUARDED_BY(mutex_) = false;
  std::vector<std::thread> threads_;
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_NODE_WORK_QUEUE_H_
