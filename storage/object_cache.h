// A bounded cache of decoded objects of segments.
#ifndef MUSTER_STORAGE_OBJECT_CACHE_H_
#define MUSTER_STORAGE_OBJECT_CACHE_H_

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "containers/hash_table.h"
#include "containers/quick_mutex.h"
#include "storage/cache_use.h"
#include "storage/codec/column.h"
#include "storage/derived_key.h"
#include "storage/keys.h"

namespace muster::storage {

/// A byte-bounded cache of immutable objects. Thread-safe. What was taken from it stays valid after it was evicted.
///
/// The bound holds for the whole, not for each shard, so that one column of a hundred megabytes fits like a thousand
/// small bitmaps. Eviction is by second chance: a hit costs a hash look-up under its shard's mutex and one store.
class ObjectCache {
 public:
  enum class Kind : uint8_t { kPosting, kDirectory, kColumn, kDerived };

  /// Segments never change and their numbers are not used again, so a key never gets another object; but for a column
  /// that was not there and is added later (Store::PutLateColumn), where Erase() makes room for it.
  struct Key {
    uint32_t segment = 0;
    Kind kind = Kind::kPosting;
    uint8_t a = 0, b = 0, c = 0;
    uint32_t value = 0;
    uint64_t detail = 0;
    friend bool operator==(const Key&, const Key&) = default;
    template <typename H>
    friend H AbslHashValue(H h, const Key& k) {
      return H::combine(std::move(h),
                        uint64_t{k.segment} << 32 | uint32_t{static_cast<uint8_t>(k.kind)} << 24 | uint32_t{k.a} << 16 |
                            uint32_t{k.b} << 8 | uint32_t{k.c},
                        k.value, k.detail);
    }
    static Key Of(uint32_t segment, const PostingKey& k) {
      return {segment, Kind::kPosting, k.kind, k.entity, k.field, k.value, 0};
    }
    static Key Of(uint32_t segment, const ColumnKey& k) {
      return {segment, Kind::kColumn, k.entity, k.field, k.part, 0, 0};
    }
    static Key Of(uint32_t segment, const DerivedKey& k) {
      return {segment, Kind::kDerived, static_cast<uint8_t>(k.kind), k.entity, k.field, k.value, k.detail};
    }
  };

  explicit ObjectCache(size_t capacity_bytes) : capacity_(capacity_bytes) {}

  /// Null when it is not there. T has to be the type that was put under keys of this kind.
  template <typename T>
  std::shared_ptr<const T> Get(const Key& key) {
    return std::static_pointer_cast<const T>(GetAny(key));
  }

  /// Puts an object of about `bytes`, unless it alone exceeds the bound.
  template <typename T>
  void Put(const Key& key, std::shared_ptr<const T> object, size_t bytes) {
    PutAny(key, std::move(object), bytes);
  }

  /// Removes all objects of `segments`, which are not read any more.
  void Forget(std::span<const uint32_t> segments);

  /// Removes the object under `key`, if there is one.
  void Erase(const Key& key);

  size_t capacity() const { return capacity_; }
  size_t SizeInBytes() const { return bytes_.load(std::memory_order_relaxed); }
  CacheUse use() const;

 private:
  using Object = std::shared_ptr<const void>;
  struct Entry {
    Key key;
    Object object;
    size_t bytes = 0;
    bool used = false;  // since the hand last passed
  };
  struct Shard {
    mutable QuickMutex mutex;
    HashMap<Key, size_t> places ABSL_GUARDED_BY(mutex);  // in entries
    std::vector<Entry> entries ABSL_GUARDED_BY(mutex);
    size_t hand ABSL_GUARDED_BY(mutex) = 0;
    uint64_t hits ABSL_GUARDED_BY(mutex) = 0;
    uint64_t misses ABSL_GUARDED_BY(mutex) = 0;
  };
  static constexpr size_t kShards = 32;

  Object GetAny(const Key& key);
  void PutAny(const Key& key, Object object, size_t bytes);
  /// Null if all entries were used since the hand of the clock passed them, or if there are none.
  Object EvictOne(Shard& shard);
  /// Takes the entry at `place` out of the shard.
  Object Remove(Shard& shard, size_t place) ABSL_EXCLUSIVE_LOCKS_REQUIRED(shard.mutex);
  Shard& ShardOf(const Key& key) { return shards_[absl::Hash<Key>{}(key) % kShards]; }

  const size_t capacity_;
  std::atomic<size_t> bytes_{0};
  std::atomic<size_t> next_victim_{0};
  std::array<Shard, kShards> shards_;
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_OBJECT_CACHE_H_
