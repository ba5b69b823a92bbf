#include "engine/api/calls/open_handles.h"

#include <pthread.h>

#include <map>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "containers/quick_mutex.h"

namespace muster::api {
namespace {

struct HandleTable {
  QuickMutex mutex;  // held for a look-up by every call
  std::map<const void*, std::shared_ptr<void>> behind ABSL_GUARDED_BY(mutex);
};

HandleTable& TheHandles() {
  static auto& table = *new HandleTable();
  return table;
}

// No thread that is not in the child of a fork holds the lock there.
void LockForFork() ABSL_NO_THREAD_SAFETY_ANALYSIS { TheHandles().mutex.Lock(); }
void UnlockAfterFork() ABSL_NO_THREAD_SAFETY_ANALYSIS { TheHandles().mutex.Unlock(); }
[[maybe_unused]] const int locked_at_forks = pthread_atfork(&LockForFork, &UnlockAfterFork, &UnlockAfterFork);

}  // namespace

void OpenHandles::Add(const void* handle, std::shared_ptr<void> behind) {
  HandleTable& table = TheHandles();
  const QuickLock lock(&table.mutex);
  table.behind[handle] = std::move(behind);
}

std::shared_ptr<void> OpenHandles::Remove(const void* handle) {
  HandleTable& table = TheHandles();
  const QuickLock lock(&table.mutex);
  const auto found = table.behind.find(handle);
  if (found == table.behind.end()) return nullptr;
  std::shared_ptr<void> behind = std::move(found->second);
  table.behind.erase(found);
  return behind;
}

std::shared_ptr<void> OpenHandles::Find(const void* handle) {
  HandleTable& table = TheHandles();
  const QuickLock lock(&table.mutex);
  const auto found = table.behind.find(handle);
  return found != table.behind.end() ? found->second : nullptr;
}

}  // namespace muster::api
