// How many questions somebody may ask in a minute.
#ifndef MUSTER_SERVE_NODE_RATE_LIMIT_H_
#define MUSTER_SERVE_NODE_RATE_LIMIT_H_

#include <chrono>
#include <cstdint>
#include <map>
#include <string>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"

namespace muster::serve {

/// A bucket for each principal that fills evenly and holds a minute's worth. Thread-safe.
class RateLimit {
 public:
  /// 0: no bound.
  explicit RateLimit(uint32_t per_minute) : per_minute_(per_minute) {}

  /// Takes one token. Returns 0, or if there is none left, the seconds after which there will be. If 100,000 callers
  /// are known at a time, new ones have to wait, and known ones do not.
  int64_t Take(const std::string& principal, std::chrono::steady_clock::time_point now);

 private:
  struct Bucket {
    double left = 0;
    std::chrono::steady_clock::time_point since;
  };

  /// Whether one more may have a bucket. Looks for those that are not used at most once a second.
  bool HasRoom(std::chrono::steady_clock::time_point now) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  const uint32_t per_minute_;
  absl::Mutex mutex_;
  std::map<std::string, Bucket> buckets_ ABSL_GUARDED_BY(mutex_);
  std::chrono::steady_clock::time_point swept_ ABSL_GUARDED_BY(mutex_) = {};
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_NODE_RATE_LIMIT_H_
