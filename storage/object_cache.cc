#include "storage/object_cache.h"

#include <algorithm>

#include "containers/make_room.h"

namespace muster::storage {
namespace {

// What an entry costs besides its object, about: in the map and the vector.
constexpr size_t kEntryBytes = 96;

}  // namespace

ObjectCache::Object ObjectCache::GetAny(const Key& key) {
  Shard& shard = ShardOf(key);
  const QuickLock lock(&shard.mutex);
  const auto place = shard.places.find(key);
  if (place == shard.places.end()) {
    ++shard.misses;
    return nullptr;
  }
  ++shard.hits;
  Entry& entry = shard.entries[place->second];
  entry.used = true;
  return entry.object;
}

CacheUse ObjectCache::use() const {
  CacheUse use;
  use.bytes = SizeInBytes();
  for (const Shard& shard : shards_) {
    const QuickLock lock(&shard.mutex);
    use.hits += shard.hits;
    use.misses += shard.misses;
  }
  return use;
}

void ObjectCache::PutAny(const Key& key, Object object, size_t bytes) {
  bytes += kEntryBytes;
  if (bytes > capacity_) return;
  {
    Shard& shard = ShardOf(key);
    const QuickLock lock(&shard.mutex);
    // First the room, without which the map would name a place that is not there.
    MakeRoom(&shard.entries);
    // Two threads may have decoded the same object; one copy is enough.
    if (!shard.places.try_emplace(key, shard.entries.size()).second) return;
    shard.entries.push_back({key, std::move(object), bytes, false});
    bytes_.fetch_add(bytes, std::memory_order_relaxed);
  }
  // A shard whose entries were all used is spared once; after two rounds without success there is nothing to evict.
  size_t spared = 0;
  while (bytes_.load(std::memory_order_relaxed) > capacity_ && spared < 2 * kShards) {
    Shard& victim = shards_[next_victim_.fetch_add(1, std::memory_order_relaxed) % kShards];
    const Object evicted = EvictOne(victim);  // freed here, outside the lock
    spared = evicted == nullptr ? spared + 1 : 0;
  }
}

ObjectCache::Object ObjectCache::EvictOne(Shard& shard) {
  const QuickLock lock(&shard.mutex);
  size_t passed = 0;
  for (; passed < shard.entries.size(); ++passed) {
    if (shard.hand >= shard.entries.size()) shard.hand = 0;
    if (!shard.entries[shard.hand].used) break;
    shard.entries[shard.hand++].used = false;
  }
  if (passed == shard.entries.size()) return nullptr;
  return Remove(shard, shard.hand);
}

void ObjectCache::Erase(const Key& key) {
  Object erased;  // freed when the lock is released
  Shard& shard = ShardOf(key);
  const QuickLock lock(&shard.mutex);
  if (const auto place = shard.places.find(key); place != shard.places.end()) erased = Remove(shard, place->second);
}

ObjectCache::Object ObjectCache::Remove(Shard& shard, size_t place) {
  Entry removed = std::move(shard.entries[place]);
  shard.places.erase(removed.key);
  if (place + 1 != shard.entries.size()) {
    shard.entries[place] = std::move(shard.entries.back());
    shard.places.find(shard.entries[place].key)->second = place;
  }
  shard.entries.pop_back();
  bytes_.fetch_sub(removed.bytes, std::memory_order_relaxed);
  return std::move(removed.object);
}

void ObjectCache::Forget(std::span<const uint32_t> segments) {
  if (segments.empty()) return;
  for (Shard& shard : shards_) {
    const QuickLock lock(&shard.mutex);
    for (size_t i = 0; i < shard.entries.size();) {
      if (std::ranges::find(segments, shard.entries[i].key.segment) == segments.end()) {
        ++i;
      } else {
        Remove(shard, i);
      }
    }
  }
}

}  // namespace muster::storage
