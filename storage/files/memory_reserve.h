// A memory reserve, for places that cannot report that there is no memory.
#ifndef MUSTER_STORAGE_FILES_MEMORY_RESERVE_H_
#define MUSTER_STORAGE_FILES_MEMORY_RESERVE_H_

#include <chrono>

namespace muster::storage {

/// RocksDB's destructors take memory, and an exception in one ends the process. While there is a reserve, an `operator
/// new` of its thread that finds none gets it, by the process's new handler (std::set_new_handler). The first reserve
/// of the process sets that, and the last puts the former back, which is called meanwhile for other threads and for
/// more than the reserve; a handler that is set meanwhile stays. Each belongs to the thread that made it; they may be
/// nested.
class MemoryReserve {
 public:
  /// Once the reserve is used up, and where the process had no handler, an allocation waits for what other threads give
  /// back: `patience` in all, before it fails.
  explicit MemoryReserve(std::chrono::milliseconds patience = std::chrono::milliseconds::zero());
  ~MemoryReserve();
  MemoryReserve(const MemoryReserve&) = delete;
  MemoryReserve& operator=(const MemoryReserve&) = delete;

  /// False when there was no memory for it, or when it was given away.
  bool held() const { return memory_ != nullptr; }

 private:
  static void Handler();

  MemoryReserve* const outer_;
  void* memory_;
  std::chrono::milliseconds patience_;
};

/// Keeps what cannot be destroyed, for want of memory, where tools that look for leaks find it. Thread-safe.
void LeaveBehind(void* object);

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_FILES_MEMORY_RESERVE_H_
