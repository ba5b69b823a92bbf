#include "engine/api/query_cache.h"

#include <utility>

namespace muster::api {

// The limits are part of the question: under narrower ones the text may be a mistake.
std::string QueryCache::Key(std::string_view text, const QueryOptions& options) {
  std::string key(text);
  for (const size_t limit : {options.max_text_bytes, options.max_depth, options.max_terms}) {
    key.append(reinterpret_cast<const char*>(&limit), sizeof limit);
  }
  for (const auto& [id, version] : options.ontologies) key.append(1, '\0').append(id).append(1, '\0').append(version);
  return key;
}

PreparedTextPtr QueryCache::Find(uint64_t version, std::string_view text, const QueryOptions& options) const {
  if (!IsCacheable(text, options)) return nullptr;
  const std::string key = Key(text, options);
  absl::MutexLock lock(&mutex_);
  if (version != version_) return nullptr;
  const auto found = texts_.find(key);
  return found == texts_.end() ? nullptr : found->second;
}

void QueryCache::Insert(uint64_t version, std::string_view text, const QueryOptions& options,
                        PreparedTextPtr prepared) {
  if (!IsCacheable(text, options)) return;
  std::string key = Key(text, options);
  absl::MutexLock lock(&mutex_);
  if (version < version_) return;  // a query that began before the last commit
  if (version > version_ || texts_.size() >= kMostTexts) texts_.clear();
  version_ = version;
  texts_[std::move(key)] = std::move(prepared);
}

}  // namespace muster::api
