// What RocksDB has to know of the column family `ids`.
#ifndef MUSTER_STORAGE_ROCKS_ROCKS_IDS_H_
#define MUSTER_STORAGE_ROCKS_ROCKS_IDS_H_

#include <rocksdb/compaction_filter.h>
#include <rocksdb/slice_transform.h>

#include <cstdint>
#include <memory>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "containers/hash_table.h"

namespace muster::storage {

/// The prefix of an id entry is everything before its segment, so that a Bloom filter answers "no such individual"
/// without reading a block.
std::shared_ptr<const rocksdb::SliceTransform> IdPrefixTransform();

/// The segments whose id entries are obsolete. Thread-safe: compactions read it in the background.
///
/// Id entries of a segment are scattered over the whole key range, so they are not deleted one by one: they are
/// invisible as soon as no manifest names their segment, and compactions drop them.
class DeadSegments {
 public:
  /// Segments below `floor` are dead, except the `living`.
  void Reset(uint32_t floor, HashSet<uint32_t> living);
  void Add(uint32_t segment);
  bool Contains(uint32_t segment) const;

 private:
  mutable absl::Mutex mutex_;
  uint32_t floor_ ABSL_GUARDED_BY(mutex_) = 0;
  HashSet<uint32_t> living_ ABSL_GUARDED_BY(mutex_);  // below floor_
  HashSet<uint32_t> dead_ ABSL_GUARDED_BY(mutex_);    // from floor_ on
};

/// Makes compactions drop the id entries of dead segments.
std::shared_ptr<rocksdb::CompactionFilterFactory> IdFilterFactory(std::shared_ptr<const DeadSegments> dead);

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_ROCKS_ROCKS_IDS_H_
