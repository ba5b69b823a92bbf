// RocksStore::PutLateColumn: a column that a finished segment did not have yet.

#include <algorithm>
#include <memory>

#include "absl/strings/str_cat.h"
#include "storage/files/rocks_batch.h"
#include "storage/files/status_of.h"
#include "storage/rocks/rocks_store.h"

namespace muster::storage {

absl::Status RocksStore::PutLateColumn(uint32_t segment, const ColumnKey& key, std::span<const int64_t> values) {
  absl::Status status = Writable();
  if (!status.ok()) return status;
  const SnapshotPtr current = snapshot();
  const auto info = std::ranges::find(current->manifest.segments, segment, &SegmentInfo::id);
  if (info == current->manifest.segments.end()) {
    return absl::InvalidArgumentError(absl::StrCat("a column for segment ", segment, ", which is not there"));
  }
  const size_t rows = key.entity < info->rows.size() ? info->rows[key.entity] : 0;
  if (values.size() != rows) {
    return absl::InvalidArgumentError(
        absl::StrCat("a column of ", values.size(), " values for segment ", segment, ", which has ", rows, " rows"));
  }
  const std::shared_ptr<const RocksDb> db = this->db();
  RocksBatch batch;
  rocksdb::Status written;
  uint32_t chunk = 0;
  std::span<const int64_t> left = values;
  // At least one chunk, to distinguish a column without rows from no column. One batch, so that readers see all of it
  // or nothing.
  do {
    const std::span<const int64_t> of_chunk = left.first(std::min<size_t>(left.size(), kChunkRows));
    const std::string encoded = ColumnChunk::Encode(of_chunk);
    if (written.ok()) written = batch.Put(db->handle(kColumns), ColumnKeyBytes(segment, key, chunk++), encoded);
    left = left.subspan(of_chunk.size());
  } while (!left.empty());
  if (!written.ok()) return StatusOf(written, db->path(), "writing a column");
  rocksdb::WriteOptions options;
  options.sync = true;
  status = db->Write(batch, options, "writing a column");
  if (!status.ok()) return status;
  cache_->Erase(ObjectCache::Key::Of(segment, key));  // a reader may have cached that there is none
  return absl::OkStatus();
}

}  // namespace muster::storage
