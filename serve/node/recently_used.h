// A cache of the most recently used objects that are expensive to make.
#ifndef MUSTER_SERVE_NODE_RECENTLY_USED_H_
#define MUSTER_SERVE_NODE_RECENTLY_USED_H_

#include <cstddef>
#include <list>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"

namespace muster::serve {

/// Thread-safe.
template <typename T>
class RecentlyUsed {
 public:
  explicit RecentlyUsed(size_t most) : most_(most) {}

  /// Null: it is not cached.
  std::shared_ptr<T> Find(const std::string& key) {
    absl::MutexLock lock(&mutex_);
    const auto found = places_.find(key);
    if (found == places_.end()) return nullptr;
    kept_.splice(kept_.begin(), kept_, found->second);
    return found->second->second;
  }

  /// Adds an object and returns the one that is cached under `key`: the first, if two are added at the same time.
  /// Evicts the least recently used one.
  std::shared_ptr<T> Add(const std::string& key, std::unique_ptr<T> value) {
    std::shared_ptr<T> added = std::move(value), gone;
    absl::MutexLock lock(&mutex_);
    if (const auto found = places_.find(key); found != places_.end()) {
      gone.swap(added);
      return found->second->second;
    }
    if (kept_.size() >= most_) {
      gone = std::move(kept_.back().second);
      places_.erase(kept_.back().first);
      kept_.pop_back();
    }
    kept_.emplace_front(key, added);
    places_[key] = kept_.begin();
    return added;
  }

 private:
  using Kept = std::list<std::pair<std::string, std::shared_ptr<T>>>;

  const size_t most_;
  absl::Mutex mutex_;
  Kept kept_ ABSL_GUARDED_BY(mutex_);  ///< the one that was used last first
  std::map<std::string, typename Kept::iterator> places_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_NODE_RECENTLY_USED_H_
