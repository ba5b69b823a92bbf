#include "engine/execute/rows/union_cache.h"

namespace muster::execute {

storage::BitmapPtr UnionCache::Find(const UnionKey& key) {
  const QuickLock lock(&mutex_);
  const auto it = index_.find(key);
  if (it == index_.end()) {
    ++misses_;
    return nullptr;
  }
  ++hits_;
  entries_.splice(entries_.begin(), entries_, it->second);
  return it->second->second;
}

void UnionCache::Insert(const UnionKey& key, storage::BitmapPtr bitmap) {
  const size_t bytes = bitmap->SizeInBytes();
  if (bytes > capacity_) return;
  std::list<Entry> added;
  added.emplace_front(key, std::move(bitmap));
  const QuickLock lock(&mutex_);
  // If this throws for want of memory, nothing has changed.
  if (!index_.try_emplace(key, added.begin()).second) return;
  entries_.splice(entries_.begin(), added);
  size_ += bytes;
  while (size_ > capacity_) {
    size_ -= entries_.back().second->SizeInBytes();
    index_.erase(entries_.back().first);
    entries_.pop_back();
  }
}

size_t UnionCache::SizeInBytes() const {
  const QuickLock lock(&mutex_);
  return size_;
}

storage::CacheUse UnionCache::use() const {
  const QuickLock lock(&mutex_);
  return {size_, hits_, misses_};
}

}  // namespace muster::execute
