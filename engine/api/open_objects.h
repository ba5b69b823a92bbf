// Private to api/: what the embedding program has taken from a catalogue and may still hold when that is closed.
#ifndef MUSTER_ENGINE_API_OPEN_OBJECTS_H_
#define MUSTER_ENGINE_API_OPEN_OBJECTS_H_

#include <cstdint>
#include <memory>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"

namespace muster::api {

/// Those of one catalogue and of one kind, which have a Close(). Thread-safe.
template <typename T>
class OpenObjects {
 public:
  void Add(const std::shared_ptr<T>& added) {
    absl::MutexLock lock(&mutex_);
    std::erase_if(objects_, [](const std::weak_ptr<T>& object) { return object.expired(); });
    objects_.push_back(added);
  }
  uint64_t size() const {
    absl::MutexLock lock(&mutex_);
    uint64_t open = 0;
    for (const std::weak_ptr<T>& object : objects_) open += object.expired() ? 0 : 1;
    return open;
  }
  /// None can be asked any more.
  void Close() {
    absl::MutexLock lock(&mutex_);
    for (const std::weak_ptr<T>& object : objects_) {
      if (const std::shared_ptr<T> open = object.lock()) open->Close();
    }
    objects_.clear();
  }

 private:
  mutable absl::Mutex mutex_;
  std::vector<std::weak_ptr<T>> objects_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_OPEN_OBJECTS_H_
