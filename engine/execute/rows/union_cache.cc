#include "engine/execute/rows/union_cache.h"

namespace muster::execute {

storage::BitmapPtr UnionCache::Find(const UnionKey& key) {
  absl::MutexLock lock(&mutex_);
  const auto it = index_.find(key);
  if (it == index_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, it->second);
  return it->second->second;
}

void UnionCache::Insert(const UnionKey& key, storage::BitmapPtr bitmap) {
  const size_t bytes = bitmap->SizeInBytes();
  if (bytes > capacity_) return;
  absl::MutexLock lock(&mutex_);
  if (index_.contains(key)) return;
  entries_.emplace_front(key, std::move(bitmap));
  index_[key] = entries_.begin();
  size_ += bytes;
  while (size_ > capacity_) {
    size_ -= entries_.back().second->SizeInBytes();
    index_.erase(entries_.back().first);
    entries_.pop_back();
  }
}

size_t UnionCache::SizeInBytes() const {
  absl::MutexLock lock(&mutex_);
  return size_;
}

}  // namespace muster::execute
