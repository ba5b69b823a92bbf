// RocksStore::PutUnions: what follows from a segment's postings, beside them.
#include <rocksdb/iterator.h>

#include <algorithm>
#include <memory>

#include "absl/strings/str_cat.h"
#include "storage/files/rocks_batch.h"
#include "storage/files/status_of.h"
#include "storage/rocks/rocks_store.h"

namespace muster::storage {

absl::Status RocksStore::PutUnions(uint32_t segment, const PostingKey& key, std::span<const StoredUnion> unions) {
  absl::Status status = Writable();
  if (!status.ok()) return status;
  const SnapshotPtr current = snapshot();
  const auto is_it = [&](const SegmentInfo& info) { return info.id == segment; };
  if (std::ranges::none_of(current->manifest.segments, is_it)) {
    return absl::InvalidArgumentError(absl::StrCat("unions of segment ", segment, ", which is not there"));
  }
  const std::shared_ptr<const RocksDb> db = this->db();
  RocksBatch batch;
  rocksdb::ColumnFamilyHandle* const postings = db->handle(kPostings);
  rocksdb::Status written;
  {
    const std::string prefix = UnionPrefix(segment, key);
    const std::string end = PrefixEnd(prefix);
    const rocksdb::Slice bound(end);
    rocksdb::ReadOptions options;
    options.iterate_upper_bound = &bound;
    options.fill_cache = false;
    const std::unique_ptr<rocksdb::Iterator> it = db->NewIterator(kPostings, options);
    for (it->Seek(prefix); it->Valid() && written.ok(); it->Next()) written = batch.Delete(postings, it->key());
    if (written.ok()) written = it->status();
  }
  for (const StoredUnion& stored : unions) {
    if (written.ok()) written = batch.Put(postings, UnionKey(segment, key, stored.values), EncodeUnion(stored));
  }
  // Past the log, like segments of that size.
  rocksdb::WriteOptions options;
  options.disableWAL = true;
  if (!written.ok() || batch.Count() == 0) return StatusOf(written, db->path(), "writing unions");
  return db->Write(batch, options, "writing unions");
}

absl::Status RocksStore::FlushUnions() {
  absl::Status status = Writable();
  if (!status.ok()) return status;
  return db()->Flush({kPostings}, "flushing unions");
}

}  // namespace muster::storage
