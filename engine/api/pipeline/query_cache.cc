#include "engine/api/pipeline/query_cache.h"

#include <iterator>
#include <utility>

#include "engine/api/pipeline/text_key.h"

namespace muster::api {
namespace {

// Longer texts, with their values, are not cached.
constexpr size_t kMaxKeyBytes = size_t{16} << 10;
// The approximate size of an entry without its contents.
constexpr size_t kEntryOverhead = 256;

}  // namespace

QueryCache::Found QueryCache::Find(uint64_t version, std::string_view text, const QueryOptions& options) {
  if (text.size() > kMaxKeyBytes) return {};
  std::string key = KeyOfText(text, options);
  const size_t size_of_text = key.size();
  AppendValues(options, &key);
  const QuickLock lock(&mutex_);
  Found result;
  if (key.size() <= 2 * kMaxKeyBytes) {
    if (const auto found = places_.find(key); found != places_.end()) {
      entries_.splice(entries_.begin(), entries_, found->second);
      const Entry& entry = *found->second;
      if (entry.version == version) result.prepared = entry.prepared;
      if (result.prepared == nullptr) result.parsed = entry.parsed;  // `prepared` includes the parsed text
    }
  }
  if (result.prepared == nullptr && result.parsed == nullptr && HasValues(options)) {
    const auto found = places_.find(std::string_view(key).substr(0, size_of_text));
    if (found != places_.end()) {
      entries_.splice(entries_.begin(), entries_, found->second);
      result.parsed = found->second->parsed;
    }
  }
  ++(result.prepared != nullptr ? hits_ : misses_);
  return result;
}

std::vector<PreparedTextPtr> QueryCache::AskedSince(uint64_t version) const {
  std::vector<PreparedTextPtr> texts;
  const QuickLock lock(&mutex_);
  for (const Entry& entry : entries_) {
    if (texts.size() == kMaxAsked) break;
    if (entry.version >= version && entry.prepared != nullptr) texts.push_back(entry.prepared);
  }
  return texts;
}

void QueryCache::Insert(uint64_t version, std::string_view text, const QueryOptions& options,
                        PreparedTextPtr prepared) {
  if (text.size() > kMaxKeyBytes || prepared->parsed == nullptr) return;
  Entry entry;
  entry.key = KeyOfText(text, options);
  entry.parsed = prepared->parsed;
  if (HasValues(options)) {
    Entry of_text = entry;
    of_text.bytes = kEntryOverhead + of_text.key.size() * 12;
    Entries added;
    added.push_back(std::move(of_text));
    Put(&added);
    AppendValues(options, &entry.key);
  }
  if (entry.key.size() > 2 * kMaxKeyBytes) return;
  entry.bytes = kEntryOverhead + entry.key.size() + SizeInBytes(*prepared);
  entry.version = version;
  entry.prepared = std::move(prepared);
  Entries added;
  added.push_back(std::move(entry));
  Put(&added);
}

void QueryCache::Put(Entries* added) {
  Entries gone;  // destroyed when the lock is let go
  const QuickLock lock(&mutex_);
  Entry& entry = added->front();
  if (const auto [place, is_new] = places_.try_emplace(entry.key, added->begin()); is_new) {
    bytes_ += entry.bytes;
    entries_.splice(entries_.begin(), *added);
  } else {
    Entry& known = *place->second;
    // Not by a query that began before the last commit.
    if (entry.prepared != nullptr && (known.prepared == nullptr || entry.version >= known.version)) {
      bytes_ = bytes_ - known.bytes + entry.bytes;
      known.version = entry.version;
      known.bytes = entry.bytes;
      known.prepared.swap(entry.prepared);
      known.parsed.swap(entry.parsed);
    }
    entries_.splice(entries_.begin(), entries_, place->second);
  }
  while (bytes_ > max_bytes_ && !entries_.empty()) {
    bytes_ -= entries_.back().bytes;
    places_.erase(entries_.back().key);
    gone.splice(gone.begin(), entries_, std::prev(entries_.end()));
  }
}

QueryCache::Use QueryCache::use() const {
  const QuickLock lock(&mutex_);
  return {hits_, misses_, bytes_};
}

}  // namespace muster::api
