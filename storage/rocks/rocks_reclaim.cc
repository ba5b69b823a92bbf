#include "storage/rocks/rocks_reclaim.h"

#include <rocksdb/iterator.h>

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "containers/hash_table.h"
#include "storage/codec/bytes.h"
#include "storage/files/crash_point.h"
#include "storage/files/rocks_batch.h"
#include "storage/files/status_of.h"
#include "storage/keys.h"

namespace muster::storage {
namespace {

// The column families whose keys begin with the segment.
constexpr ColumnFamily kBySegment[] = {kRecords, kPostings, kColumns};
// Range deletions in memtables are sorted again by RocksDB for the first reader after each change. In files they are
// sorted once, and the next compaction removes what they delete, also from memory.
constexpr size_t kMaxDeletedInMemory = 200;
constexpr size_t kLiveKeySize = 4 + 4 + 8;

// Adds the segments that have keys in `family` to `found`; one seek each.
absl::Status FindSegments(const RocksDb& db, ColumnFamily family, HashSet<uint32_t>* found) {
  const std::unique_ptr<rocksdb::Iterator> it = db.NewIterator(family, rocksdb::ReadOptions());
  for (it->SeekToFirst(); it->Valid();) {
    if (it->key().size() < sizeof(uint32_t)) return db.Damaged("a key is too short");
    const auto segment = LoadBigEndian<uint32_t>(it->key().data());
    if (segment == std::numeric_limits<uint32_t>::max()) return db.Damaged("a segment's number is out of range");
    found->insert(segment);
    it->Seek(SegmentPrefix(segment + 1));
  }
  return StatusOf(it->status(), db.path(), "looking for leftovers");
}

}  // namespace

void Reclaimer::SegmentDropped(const std::shared_ptr<const RocksSegmentReader>& reader) {
  segments_.emplace_back(reader->info().id, reader->lease());
  LiveReplaced(reader);
}

void Reclaimer::LiveReplaced(const std::shared_ptr<const RocksSegmentReader>& reader) {
  if (reader->info().live_version == 0) return;
  live_.emplace_back(LiveKey(reader->info().id, reader->info().live_version), reader);
}

std::vector<uint32_t> Reclaimer::Reclaim() {
  std::vector<uint32_t> segments;
  for (const auto& [segment, lease] : segments_) {
    if (lease.expired()) segments.push_back(segment);
  }
  std::vector<std::string> live_keys;
  for (const auto& [key, reader] : live_) {
    if (reader.expired()) live_keys.push_back(key);
  }
  if ((segments.empty() && live_keys.empty()) || !Delete(segments, live_keys, "").ok()) return {};
  // Not by expired() again: another thread may have let go of more meanwhile.
  std::erase_if(segments_, [&](const auto& entry) { return std::ranges::count(segments, entry.first) != 0; });
  std::erase_if(live_, [&](const auto& entry) { return std::ranges::count(live_keys, entry.first) != 0; });
  return segments;
}

absl::StatusOr<uint32_t> Reclaimer::Sweep(const Manifest& manifest, const Pinned& pinned) {
  HashSet<uint32_t> named(pinned.segments.begin(), pinned.segments.end());
  HashSet<std::string> live_named(pinned.live_keys.begin(), pinned.live_keys.end());
  for (const SegmentInfo& segment : manifest.segments) {
    named.insert(segment.id);
    if (segment.live_version != 0) live_named.insert(LiveKey(segment.id, segment.live_version));
  }

  HashSet<uint32_t> found;
  for (const ColumnFamily family : kBySegment) {
    const absl::Status status = FindSegments(*db_, family, &found);
    if (!status.ok()) return status;
  }
  rocksdb::PinnableSlice reserved;
  const absl::StatusOr<bool> is_reserved = db_->Get(kDefault, NextSegmentKey(), &reserved);
  if (!is_reserved.ok()) return is_reserved.status();
  if (*is_reserved && reserved.size() != sizeof(uint32_t)) return db_->Damaged("next_segment is not a number");
  uint32_t next = std::max<uint32_t>(manifest.next_segment, 1);
  if (*is_reserved) next = std::max(next, LoadLittleEndian<uint32_t>(reserved.data()));
  std::vector<uint32_t> orphans;
  for (const uint32_t segment : found) {
    next = std::max(next, segment + 1);
    if (!named.contains(segment)) orphans.push_back(segment);
  }
  std::ranges::sort(orphans);

  std::vector<std::string> live_keys;
  const std::string live_end = PrefixEnd(LivePrefix());
  const rocksdb::Slice bound(live_end);
  rocksdb::ReadOptions options;
  options.iterate_upper_bound = &bound;
  const std::unique_ptr<rocksdb::Iterator> it = db_->NewIterator(kDefault, options);
  for (it->Seek(LivePrefix()); it->Valid(); it->Next()) {
    std::string key = it->key().ToString();
    if (key.size() == kLiveKeySize && !live_named.contains(key)) live_keys.push_back(std::move(key));
  }
  absl::Status status = StatusOf(it->status(), db_->path(), "looking for leftovers");
  if (!status.ok()) return status;

  db_->dead_segments().Reset(next, std::move(named));
  if (!orphans.empty() || !live_keys.empty()) {
    // Together with the evidence that its number was used goes the segment; the number has to stay known.
    std::string next_bytes;
    AppendLittleEndian(next, &next_bytes);
    status = Delete(orphans, live_keys, next_bytes);
    if (!status.ok()) return status;
  }
  return next;
}

absl::Status Reclaimer::Delete(const std::vector<uint32_t>& segments, const std::vector<std::string>& live_keys,
                               const std::string& next_segment) {
  RocksBatch batch;
  rocksdb::Status status;
  for (const uint32_t segment : segments) {
    for (const ColumnFamily family : kBySegment) {
      if (status.ok()) {
        status = batch.DeleteRange(db_->handle(family), SegmentPrefix(segment), SegmentPrefix(segment + 1));
      }
    }
  }
  for (const std::string& key : live_keys) {
    if (status.ok()) status = batch.Delete(db_->handle(kDefault), key);
  }
  if (status.ok() && !next_segment.empty()) {
    status = batch.Put(db_->handle(kDefault), NextSegmentKey(), next_segment);
  }
  rocksdb::WriteOptions options;
  options.sync = !next_segment.empty();
  if (!status.ok()) return StatusOf(status, db_->path(), "deleting what is not used any more");
  if (absl::Status written = db_->Write(batch, options, "deleting what is not used any more"); !written.ok()) {
    return written;
  }
  db_->files()->DeleteKept();

  CrashPoint("reclaimed");
  for (const uint32_t segment : segments) {
    db_->dead_segments().Add(segment);
    // Whole files of a large segment go at once, without waiting for a compaction. If that fails, one will come.
    const std::string begin = SegmentPrefix(segment);
    const std::string end = SegmentPrefix(segment + 1);
    for (const ColumnFamily family : kBySegment) db_->DeleteFiles(family, begin, end);
  }
  deleted_ += segments.size();
  if (deleted_ < kMaxDeletedInMemory) return absl::OkStatus();
  deleted_ = 0;
  return db_->Flush({kRecords, kIds, kPostings, kColumns}, "deleting what is not used any more", /*wait=*/false);
}

}  // namespace muster::storage
