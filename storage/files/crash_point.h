// Named points on the way of a commit, at which tests kill the process (tests/crash).
#ifndef MUSTER_STORAGE_FILES_CRASH_POINT_H_
#define MUSTER_STORAGE_FILES_CRASH_POINT_H_

#include <atomic>

namespace muster::storage {

/// Called with the name of each point that is passed; null but in tests.
inline std::atomic<void (*)(const char* point)> crash_hook = nullptr;

/// A few for each commit, none for each row.
inline void CrashPoint(const char* point) {
  if (auto* const hook = crash_hook.load(std::memory_order_relaxed); hook != nullptr) hook(point);
}

/// All points, in the order of a commit.
inline constexpr const char* kCrashPoints[] = {"segment begun",  "segment finished", "batch made", "batch written",
                                               "snapshot shown", "view shown",       "reclaimed"};
/// One that only Store::Purge passes.
inline constexpr const char* kPurgePoint = "files rewritten";

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_FILES_CRASH_POINT_H_
