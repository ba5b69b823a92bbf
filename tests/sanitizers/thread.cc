// What the thread sanitizer cannot know of Debian's libraries, which are not compiled for it.
//
// It knows a lock by what its code does: without this, all that an absl::Mutex guards would be reported as a race. The
// program's own definitions come before those of the shared library; they say what happens, and call these. What
// RocksDB and what it compresses with do by themselves is left out.
#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>
#include <unistd.h>

#include "absl/synchronization/mutex.h"

namespace {

using Operation = void (*)(absl::Mutex*);

Operation InLibrary(const char* name) {
  const auto operation = reinterpret_cast<Operation>(dlsym(RTLD_NEXT, name));
  if (operation == nullptr) __builtin_trap();  // another version of Abseil
  return operation;
}

#define MUSTER_IN_LIBRARY(name) InLibrary("_ZN4absl7debian35Mutex" name "Ev")

}  // namespace

extern "C" const char* __tsan_default_suppressions() {
  return "called_from_lib:librocksdb.so\ncalled_from_lib:libzstd.so\ncalled_from_lib:liblz4.so\n"
         "race:librocksdb.so\nrace:libzstd.so\nrace:liblz4.so\n";
}

void absl::Mutex::Lock() {
  static const Operation lock = MUSTER_IN_LIBRARY("4Lock");
  __tsan_mutex_pre_lock(this, 0);
  lock(this);
  __tsan_mutex_post_lock(this, 0, 0);
}

void absl::Mutex::Unlock() {
  static const Operation unlock = MUSTER_IN_LIBRARY("6Unlock");
  __tsan_mutex_pre_unlock(this, 0);
  unlock(this);
  __tsan_mutex_post_unlock(this, 0);
}

void absl::Mutex::ReaderLock() {
  static const Operation lock = MUSTER_IN_LIBRARY("10ReaderLock");
  __tsan_mutex_pre_lock(this, __tsan_mutex_read_lock);
  lock(this);
  __tsan_mutex_post_lock(this, __tsan_mutex_read_lock, 0);
}

void absl::Mutex::ReaderUnlock() {
  static const Operation unlock = MUSTER_IN_LIBRARY("12ReaderUnlock");
  __tsan_mutex_pre_unlock(this, __tsan_mutex_read_lock);
  unlock(this);
  __tsan_mutex_post_unlock(this, __tsan_mutex_read_lock);
}

// The library looks at conditions in whichever thread has the lock, which cannot be told; so this asks again and again.
void absl::Mutex::Await(const absl::Condition& condition) {
  while (!condition.Eval()) {
    Unlock();
    usleep(50);
    Lock();
  }
}
