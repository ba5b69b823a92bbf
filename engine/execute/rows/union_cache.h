// A cache of unions of postings: "this term or any descendant" is the same set in every query.
#ifndef MUSTER_ENGINE_EXECUTE_ROWS_UNION_CACHE_H_
#define MUSTER_ENGINE_EXECUTE_ROWS_UNION_CACHE_H_

#include <cstdint>
#include <list>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "containers/hash_table.h"
#include "containers/quick_mutex.h"
#include "storage/bits/bitmap.h"
#include "storage/cache_use.h"

namespace muster::execute {

/// Identifies a union: segment, kind of posting, entity, field, and a 128-bit fingerprint of the list of values. Lists
/// with equal fingerprints are taken to be equal.
struct UnionKey {
  uint32_t segment = 0;
  uint8_t kind = 0;
  uint8_t entity = 0;
  uint8_t field = 0;
  uint64_t fingerprint_high = 0;
  uint64_t fingerprint_low = 0;
  friend bool operator==(const UnionKey&, const UnionKey&) = default;
  template <typename H>
  friend H AbslHashValue(H h, const UnionKey& k) {
    return H::combine(std::move(h), k.segment, k.kind, k.entity, k.field, k.fingerprint_low);
  }
};

/// Evicts the least recently used beyond `capacity` bytes. Thread-safe.
class UnionCache {
 public:
  explicit UnionCache(size_t capacity) : capacity_(capacity) {}
  /// Null when it is not there.
  storage::BitmapPtr Find(const UnionKey& key);
  void Insert(const UnionKey& key, storage::BitmapPtr bitmap);
  size_t SizeInBytes() const;
  storage::CacheUse use() const;

 private:
  using Entry = std::pair<UnionKey, storage::BitmapPtr>;

  const size_t capacity_;
  mutable QuickMutex mutex_;
  size_t size_ ABSL_GUARDED_BY(mutex_) = 0;
  uint64_t hits_ ABSL_GUARDED_BY(mutex_) = 0;
  uint64_t misses_ ABSL_GUARDED_BY(mutex_) = 0;
  std::list<Entry> entries_ ABSL_GUARDED_BY(mutex_);  // most recently used first
  HashMap<UnionKey, std::list<Entry>::iterator> index_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_ROWS_UNION_CACHE_H_
