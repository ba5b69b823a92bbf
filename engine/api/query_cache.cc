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

QueryCache::Found QueryCache::Find(uint64_t version, std::string_view text, const QueryOptions& options) const {
  if (!IsCacheable(text, options)) return {};
  const std::string key = Key(text, options);
  absl::MutexLock lock(&mutex_);
  const auto found = texts_.find(key);
  if (found == texts_.end()) return {};
  const Entry& entry = found->second;
  return {entry.version == version ? entry.prepared : nullptr, entry.prepared->statements};
}

std::vector<PreparedTextPtr> QueryCache::AskedSince(uint64_t version, size_t most) const {
  std::vector<PreparedTextPtr> texts;
  absl::MutexLock lock(&mutex_);
  for (const auto& [key, entry] : texts_) {
    if (texts.size() >= most) break;
    if (entry.version >= version) texts.push_back(entry.prepared);
  }
  return texts;
}

void QueryCache::Insert(uint64_t version, std::string_view text, const QueryOptions& options,
                        PreparedTextPtr prepared) {
  if (!IsCacheable(text, options)) return;
  std::string key = Key(text, options);
  absl::MutexLock lock(&mutex_);
  if (texts_.size() >= kMostTexts && !texts_.contains(key)) texts_.clear();
  Entry& entry = texts_[std::move(key)];
  // Not by a query that began before the last commit.
  if (version >= entry.version) entry = {version, std::move(prepared)};
}

}  // namespace muster::api
