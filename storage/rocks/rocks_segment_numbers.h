// The numbers of segments, each used once.
#ifndef MUSTER_STORAGE_ROCKS_ROCKS_SEGMENT_NUMBERS_H_
#define MUSTER_STORAGE_ROCKS_ROCKS_SEGMENT_NUMBERS_H_

#include <cstdint>
#include <memory>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "storage/rocks/rocks_db.h"

namespace muster::storage {

/// Thread-safe.
class SegmentNumbers {
 public:
  SegmentNumbers(std::shared_ptr<const RocksDb> db, uint32_t next) : db_(std::move(db)), next_(next) {}
  /// ResourceExhausted when all are used.
  absl::StatusOr<uint32_t> Take();
  /// The least that was never taken.
  uint32_t next() const;
  /// Makes durable that the numbers below next() are used.
  absl::Status Reserve();

 private:
  const std::shared_ptr<const RocksDb> db_;
  mutable absl::Mutex mutex_;
  uint32_t next_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_ROCKS_ROCKS_SEGMENT_NUMBERS_H_
