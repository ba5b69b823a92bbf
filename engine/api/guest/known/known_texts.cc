#include "engine/api/guest/known/known_texts.h"

#include <iterator>
#include <utility>

#include "engine/api/pipeline/text_key.h"

namespace muster::api {
namespace {

// Longer texts, with their values, are not cached.
constexpr size_t kMaxKeyBytes = size_t{16} << 10;
// One text may take at most this part of the cache.
constexpr size_t kMaxShare = 4;
// An estimate: the syntax tree and what is derived from it, as a multiple of the text.
constexpr size_t kTreeBytesAByte = 24;

std::string KeyOf(uint64_t view, std::string_view text, const QueryOptions& options) {
  std::string key = KeyOfText(text, options);
  AppendValues(options, &key);
  key.append(reinterpret_cast<const char*>(&view), sizeof view);
  return key;
}

size_t BytesOf(const model::QuerySet& set) { return sizeof set + set.keys.size() * sizeof(uint32_t); }

size_t BytesOf(const release::SetsOfRow& row) {
  size_t bytes = sizeof row + BytesOf(row.people);
  for (const model::QuerySet& set : row.sets) bytes += BytesOf(set);
  return bytes;
}

size_t BytesOf(const release::SetsOfTable& table) {
  size_t bytes = sizeof table + BytesOf(table.total);
  for (const release::SetsOfRow& row : table.rows) bytes += BytesOf(row);
  for (const std::vector<Cell>& values : table.values) {
    bytes += sizeof values + values.size() * sizeof(Cell);
    for (const Cell& value : values) {
      if (const auto* text = std::get_if<std::string>(&value)) bytes += text->capacity();
    }
  }
  return bytes;
}

size_t BytesOf(const CountedSets& sets) {
  size_t bytes = sizeof sets + BytesOf(sets.asked);
  if (sets.reduced.has_value()) bytes += BytesOf(*sets.reduced);
  for (const std::vector<model::QuerySet>& row : sets.sites) {
    for (const model::QuerySet& set : row) bytes += BytesOf(set);
  }
  for (const auto& [code, label] : sets.labels) bytes += 64 + code.capacity() + label.capacity();
  for (const bind::Dimension& dimension : sets.query.by) {
    bytes += sizeof dimension;
    for (const bind::Dimension::Group& group : dimension.groups) {
      bytes += sizeof group + (group.symbols == nullptr ? 0 : group.symbols->size() * sizeof(model::Symbol));
    }
  }
  return bytes;
}

}  // namespace

size_t SizeInBytes(const KnownText& text) {
  size_t bytes = sizeof(KnownText);
  for (const KnownText::Words& words : text.words) {
    bytes += sizeof words + words.printed.size() * kTreeBytesAByte + words.redacted.size();
  }
  for (const std::vector<Diagnostic>& said : text.said) {
    for (const Diagnostic& one : said) bytes += sizeof one + one.code.capacity() + one.message.capacity();
  }
  for (const std::vector<CountedSets>& found : text.found) {
    for (const CountedSets& sets : found) bytes += BytesOf(sets);
  }
  return bytes;
}

KnownTextPtr KnownTexts::Find(uint64_t view, std::string_view text, const QueryOptions& options) {
  if (text.size() > kMaxKeyBytes) return nullptr;
  const std::string key = KeyOf(view, text, options);
  absl::MutexLock lock(&mutex_);
  const auto found = places_.find(key);
  if (found == places_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->known;
}

void KnownTexts::Insert(uint64_t view, std::string_view text, const QueryOptions& options, KnownTextPtr known) {
  if (text.size() > kMaxKeyBytes) return;
  Entries added(1);
  Entry& entry = added.front();
  entry.key = KeyOf(view, text, options);
  if (entry.key.size() > 2 * kMaxKeyBytes) return;
  entry.bytes = sizeof(Entry) + entry.key.size() + SizeInBytes(*known);
  if (entry.bytes > max_bytes_ / kMaxShare) return;
  entry.known = std::move(known);
  Entries gone;  // destroyed when the lock is let go
  absl::MutexLock lock(&mutex_);
  if (places_.find(entry.key) != places_.end()) return;  // somebody was as fast
  places_.emplace(entry.key, added.begin());
  bytes_ += entry.bytes;
  entries_.splice(entries_.begin(), added);
  while (bytes_ > max_bytes_) {
    bytes_ -= entries_.back().bytes;
    places_.erase(entries_.back().key);
    gone.splice(gone.begin(), entries_, std::prev(entries_.end()));
  }
}

void KnownTexts::Clear() {
  Entries gone;  // destroyed when the lock is let go
  absl::MutexLock lock(&mutex_);
  places_.clear();
  gone.swap(entries_);
  bytes_ = 0;
}

}  // namespace muster::api
