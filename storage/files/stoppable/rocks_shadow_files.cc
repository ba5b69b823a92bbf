#include "storage/files/stoppable/rocks_shadow_files.h"

#include <utility>

namespace muster::storage {

void ShadowFiles::Create(const std::string& path) {
  Remove(path);
  Begin(path);
}

void ShadowFiles::Keep(const std::string& path) { Begin(path); }

std::string* ShadowFiles::Begin(const std::string& path) {
  const auto [entry, is_new] = bytes_.try_emplace(path);
  if (is_new) {
    auto bytes = std::make_unique<std::string>();
    uint64_t size = 0;
    const bool there =
        removed_.erase(path) == 0 && disk_->GetFileSize(path, rocksdb::IOOptions(), &size, nullptr).ok() && size > 0;
    if (there && total_ + size <= max_bytes_) {
      if (!rocksdb::ReadFileToString(disk_, path, bytes.get()).ok()) bytes = nullptr;
    } else if (there) {
      bytes = nullptr;
    }
    if (bytes != nullptr) total_ += bytes->size();
    entry->second = std::move(bytes);
  }
  return entry->second.get();
}

void ShadowFiles::Append(const std::string& path, const rocksdb::Slice& data) {
  std::string* const bytes = Begin(path);
  if (bytes == nullptr) return;
  if (total_ + data.size() <= max_bytes_) {
    bytes->append(data.data(), data.size());
    total_ += data.size();
    return;
  }
  total_ -= bytes->size();
  bytes_[path] = nullptr;
}

void ShadowFiles::Remove(const std::string& path) {
  if (const auto kept = bytes_.find(path); kept != bytes_.end()) {
    if (kept->second != nullptr) total_ -= kept->second->size();
    bytes_.erase(kept);
  }
  removed_.insert(path);
}

void ShadowFiles::Rename(const std::string& from, const std::string& to) {
  Begin(from);
  std::unique_ptr<std::string> bytes = std::exchange(bytes_[from], nullptr);
  Remove(from);
  Remove(to);
  bytes_[to] = std::move(bytes);
}

const std::string* ShadowFiles::Find(const std::string& path) const {
  const auto kept = bytes_.find(path);
  return kept == bytes_.end() ? nullptr : kept->second.get();
}

}  // namespace muster::storage
