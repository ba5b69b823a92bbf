#include "engine/api/pipeline/query_cache.h"

#include <iterator>
#include <utility>

namespace muster::api {

// The limits are part of the question: under narrower ones the text may be a mistake.
std::string QueryCache::Key(std::string_view text, const QueryOptions& options) {
  std::string key(text);
  for (const size_t limit : {options.max_text_bytes, options.max_depth, options.max_terms, options.max_criteria}) {
    key.append(reinterpret_cast<const char*>(&limit), sizeof limit);
  }
  for (const auto& [id, version] : options.ontologies) key.append(1, '\0').append(id).append(1, '\0').append(version);
  return key;
}

QueryCache::Found QueryCache::Find(uint64_t version, std::string_view text, const QueryOptions& options) {
  if (!IsCacheable(text, options)) return {};
  const std::string key = Key(text, options);
  absl::MutexLock lock(&mutex_);
  const auto found = places_.find(key);
  if (found == places_.end()) return {};
  entries_.splice(entries_.begin(), entries_, found->second);
  const Entry& entry = *found->second;
  return {entry.version == version ? entry.prepared : nullptr, entry.prepared->statements};
}

std::vector<PreparedTextPtr> QueryCache::AskedSince(uint64_t version) const {
  std::vector<PreparedTextPtr> texts;
  absl::MutexLock lock(&mutex_);
  for (const Entry& entry : entries_) {
    if (entry.version >= version) texts.push_back(entry.prepared);
  }
  return texts;
}

void QueryCache::Insert(uint64_t version, std::string_view text, const QueryOptions& options,
                        PreparedTextPtr prepared) {
  if (!IsCacheable(text, options)) return;
  Entries added;  // made before the lock is taken
  added.push_back({Key(text, options), version, std::move(prepared)});
  Entries gone;  // destroyed after it is let go
  absl::MutexLock lock(&mutex_);
  if (const auto found = places_.find(added.front().key); found != places_.end()) {
    Entry& entry = *found->second;
    // Not by a query that began before the last commit.
    if (version >= entry.version) {
      entry.version = version;
      entry.prepared.swap(added.front().prepared);
    }
    entries_.splice(entries_.begin(), entries_, found->second);
    return;
  }
  places_.emplace(added.front().key, added.begin());
  bytes_ += added.front().key.size();
  entries_.splice(entries_.begin(), added);
  while (entries_.size() > kMaxTexts || bytes_ > kMaxBytes) {
    bytes_ -= entries_.back().key.size();
    places_.erase(entries_.back().key);
    gone.splice(gone.begin(), entries_, std::prev(entries_.end()));
  }
}

}  // namespace muster::api
