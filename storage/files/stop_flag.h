// A stop flag for libraries that poll one.
#ifndef MUSTER_STORAGE_FILES_STOP_FLAG_H_
#define MUSTER_STORAGE_FILES_STOP_FLAG_H_

#include <atomic>
#include <thread>

namespace muster::storage {

/// Becomes true within some milliseconds after the allowance of the thread that created it is used up. If there is an
/// allowance, a thread of its own checks that.
class StopFlag {
 public:
  StopFlag();
  StopFlag(const StopFlag&) = delete;
  StopFlag& operator=(const StopFlag&) = delete;

  std::atomic<bool>* flag() const { return &flag_; }

 private:
  mutable std::atomic<bool> flag_ = false;
  std::jthread watcher_;  // last: it is joined before the flag goes
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_FILES_STOP_FLAG_H_
