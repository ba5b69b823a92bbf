#include "storage/rocks/rocks_segment_numbers.h"

#include <limits>
#include <string>

#include "absl/strings/str_cat.h"
#include "storage/codec/bytes.h"
#include "storage/files/rocks_batch.h"
#include "storage/files/status_of.h"
#include "storage/keys.h"

namespace muster::storage {

absl::StatusOr<uint32_t> SegmentNumbers::Take() {
  absl::MutexLock lock(&mutex_);
  // The greatest number stays free, so that one past a segment is always a number.
  if (next_ >= std::numeric_limits<uint32_t>::max() - 1) {
    return absl::ResourceExhaustedError(absl::StrCat(db_->path(), ": all segment numbers are used"));
  }
  return next_++;
}

uint32_t SegmentNumbers::next() const {
  absl::MutexLock lock(&mutex_);
  return next_;
}

absl::Status SegmentNumbers::Reserve() {
  // Under the mutex, so that of two writers the one with the lower number does not write last.
  absl::MutexLock lock(&mutex_);
  std::string bytes;
  AppendLittleEndian(next_, &bytes);
  rocksdb::WriteOptions options;
  options.sync = true;
  RocksBatch batch;
  const rocksdb::Status put = batch.Put(db_->handle(kDefault), NextSegmentKey(), bytes);
  if (!put.ok()) return StatusOf(put, db_->path(), "reserving a segment");
  return db_->Write(batch, options, "reserving a segment");
}

}  // namespace muster::storage
