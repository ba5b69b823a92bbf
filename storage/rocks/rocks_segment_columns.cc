// Columns of a segment.
#include <rocksdb/iterator.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "storage/codec/bytes.h"
#include "storage/files/absl_text.h"
#include "storage/files/status_of.h"
#include "storage/rocks/rocks_segment_reader.h"

namespace muster::storage {
namespace {

constexpr size_t kColumnKeySize = 11;
// The whole column is decoded when at least one in kFewRows of its rows is wanted.
constexpr size_t kFewRows = 8;

}  // namespace

absl::Status RocksSegmentReader::NoColumn(const ColumnKey& key) const {
  return absl::NotFoundError(
      absl::StrCat("segment ", info_.id, " has no column ", int{key.entity}, ".", int{key.field}, ".", int{key.part}));
}

absl::Status RocksSegmentReader::ForEachChunk(const ColumnKey& key,
                                              absl::FunctionRef<void(uint64_t, ColumnChunk)> f) const {
  uint32_t chunks = 0;
  uint64_t rows_read = 0;
  std::string prefix = ColumnKeyBytes(info_.id, key, 0);
  prefix.resize(prefix.size() - sizeof(uint32_t));
  absl::Status status = Scan(
      kColumns, prefix,
      [&](std::string_view chunk_key, std::string_view value) -> absl::StatusOr<bool> {
        // All chunks but the last are full, so a chunk that is missing shows in the number of the next.
        if (chunk_key.size() != kColumnKeySize || rows_read != chunks * uint64_t{kChunkRows} ||
            LoadBigEndian<uint32_t>(chunk_key.data() + prefix.size()) != chunks) {
          return Damaged("a chunk of a column is missing");
        }
        absl::StatusOr<ColumnChunk> chunk = ColumnChunk::Parse(value);
        if (!chunk.ok()) return Damaged(MessageOf(chunk.status()));
        const uint64_t first = rows_read;
        rows_read += chunk->size();
        if (rows_read > rows(key.entity)) return Damaged("a column is longer than its entity");
        f(first, *std::move(chunk));
        ++chunks;
        return true;
      },
      ApproximateBytes(kColumns, prefix));
  if (!status.ok()) return status;
  if (chunks == 0) {
    return NoColumn(key);
  }
  return rows_read == rows(key.entity) ? absl::OkStatus() : Damaged("a column is shorter than its entity");
}

absl::StatusOr<ColumnPtr> RocksSegmentReader::GetColumn(const ColumnKey& key) const {
  const ObjectCache::Key cache_key = ObjectCache::Key::Of(info_.id, key);
  if (auto cached = cache_->Get<Column>(cache_key)) {
    if (cached->chunks().empty()) return NoColumn(key);
    return cached;
  }
  std::vector<ColumnChunkPtr> chunks;
  size_t bytes = sizeof(Column);
  const absl::Status status = ForEachChunk(key, [&](uint64_t /*first*/, ColumnChunk chunk) {
    bytes += chunk.SizeInBytes();
    chunks.push_back(std::make_shared<const ColumnChunk>(std::move(chunk)));
  });
  // The absence of a column is cached, too: to find it out costs more than to use most columns once they are read.
  if (!status.ok() && !absl::IsNotFound(status)) return status;
  ColumnPtr column = std::make_shared<const Column>(std::move(chunks));
  cache_->Put(cache_key, column, bytes);
  if (!status.ok()) return status;
  return column;
}

absl::Status RocksSegmentReader::ValuesAt(const ColumnKey& key, std::span<const uint32_t> rows,
                                          std::span<int64_t> values) const {
  const bool cached = cache_->Get<Column>(ObjectCache::Key::Of(info_.id, key)) != nullptr;
  if (cached || rows.size() * kFewRows > this->rows(key.entity) ||
      SeenBefore(*this, {DerivedKey::Kind::kPicked, key.entity, key.field, key.part, 0})) {
    const absl::StatusOr<ColumnPtr> column = GetColumn(key);
    if (!column.ok()) return column.status();
    if (!rows.empty()) (*column)->Gather(rows, values.data());
    return absl::OkStatus();
  }
  size_t done = 0;
  return ForEachChunk(key, [&](uint64_t first, const ColumnChunk& chunk) {
    const std::span<const uint32_t> left = rows.subspan(done);
    const uint64_t end = first + chunk.size();
    const auto here = static_cast<size_t>(std::ranges::lower_bound(left, end) - left.begin());
    if (here > 0) chunk.Gather(left.first(here), values.data() + done, Repeats::kMaybe);
    done += here;
  });
}

absl::StatusOr<std::vector<ColumnKey>> RocksSegmentReader::ColumnKeys() const {
  std::vector<ColumnKey> keys;
  const std::string end = PrefixEnd(SegmentPrefix(info_.id));
  const rocksdb::Slice bound(end);
  rocksdb::ReadOptions options;
  options.iterate_upper_bound = &bound;
  const std::unique_ptr<rocksdb::Iterator> it = db_->NewIterator(kColumns, options);
  // One seek per column, past its chunks.
  for (it->Seek(SegmentPrefix(info_.id)); it->Valid();) {
    const rocksdb::Slice key = it->key();
    if (key.size() != kColumnKeySize) return Damaged("a column's key is too short or too long");
    keys.push_back({static_cast<uint8_t>(key[4]), static_cast<uint8_t>(key[5]), static_cast<uint8_t>(key[6])});
    it->Seek(PrefixEnd(std::string(key.data(), kColumnKeySize - sizeof(uint32_t))));
  }
  const absl::Status status = StatusOf(it->status(), db_->path(), "reading columns");
  if (!status.ok()) return status;
  return keys;
}

}  // namespace muster::storage
