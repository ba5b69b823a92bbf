// The mutex of what is looked up many times by each question.
#ifndef MUSTER_CONTAINERS_QUICK_MUTEX_H_
#define MUSTER_CONTAINERS_QUICK_MUTEX_H_

#include <mutex>

#include "absl/base/thread_annotations.h"

namespace muster {

/// For what is held for a look-up and not waited for. Abseil's mutex looks for deadlocks wherever Abseil itself was
/// compiled with assertions, as Debian's is: 370 instructions to lock and unlock it (22 ns), where this one takes 70
/// (6 ns). A known text locks six times, and a new one sixteen.
class ABSL_LOCKABLE QuickMutex {
 public:
  void Lock() ABSL_EXCLUSIVE_LOCK_FUNCTION() { mutex_.lock(); }
  void Unlock() ABSL_UNLOCK_FUNCTION() { mutex_.unlock(); }

 private:
  std::mutex mutex_;
};

/// Holds it until the end of the scope.
class ABSL_SCOPED_LOCKABLE QuickLock {
 public:
  explicit QuickLock(QuickMutex* mutex) ABSL_EXCLUSIVE_LOCK_FUNCTION(mutex) : mutex_(*mutex) { mutex_.Lock(); }
  ~QuickLock() ABSL_UNLOCK_FUNCTION() { mutex_.Unlock(); }
  QuickLock(const QuickLock&) = delete;
  QuickLock& operator=(const QuickLock&) = delete;

 private:
  QuickMutex& mutex_;
};

}  // namespace muster

#endif  // MUSTER_CONTAINERS_QUICK_MUTEX_H_
