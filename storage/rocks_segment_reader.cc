#include "storage/rocks_segment_reader.h"

#include <rocksdb/iterator.h>

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "storage/absl_text.h"
#include "storage/bytes.h"
#include "storage/posting_codec.h"
#include "storage/status_of.h"
#include "storage/value_list.h"

namespace muster::storage {
namespace {

constexpr size_t kPostingKeySize = 11;
constexpr size_t kColumnKeySize = 11;
constexpr size_t kRecordKeySize = 8;
constexpr size_t kValueListKeySize = 7;

// So many postings lie so close to each other, when they are one in so many, that it costs less to read what is between
// them than to ask for each.
constexpr size_t kManyPostings = 64;
constexpr size_t kFewInMany = 64;
constexpr int kSteps = 8;
// Postings that are united lie over a few megabytes of each segment.
constexpr size_t kReadAhead = size_t{1} << 20;

PostingKey PostingKeyOf(std::string_view key) {
  return {static_cast<uint8_t>(key[4]), static_cast<uint8_t>(key[5]), static_cast<uint8_t>(key[6]),
          LoadBigEndian<uint32_t>(key.data() + 7)};
}

}  // namespace

absl::Status RocksSegmentReader::Damaged(std::string_view what) const {
  return db_->Damaged(absl::StrCat("segment ", info_.id, ": ", ForAbsl(what)));
}

absl::Status RocksSegmentReader::Scan(ColumnFamily family, const std::string& prefix, const Visit& visit) const {
  const std::string end = PrefixEnd(prefix);
  const rocksdb::Slice bound(end);
  rocksdb::ReadOptions options;
  options.iterate_upper_bound = &bound;
  options.fill_cache = false;
  const std::unique_ptr<rocksdb::Iterator> it(db_->db().NewIterator(options, db_->handle(family)));
  for (it->Seek(prefix); it->Valid(); it->Next()) {
    absl::StatusOr<bool> more = visit(it->key().ToStringView(), it->value().ToStringView());
    if (!more.ok()) return more.status();
    if (!*more) return absl::OkStatus();
  }
  return StatusOf(it->status(), db_->path(), absl::StrCat("reading ", kColumnFamilyNames[family]));
}

absl::StatusOr<Bitmap> RocksSegmentReader::ParsePosting(std::string_view bytes) const {
  absl::StatusOr<Bitmap> bitmap = storage::ParsePosting(bytes);
  if (!bitmap.ok()) return Damaged(MessageOf(bitmap.status()));
  const auto most = std::max_element(info_.rows.begin(), info_.rows.end());
  if (!bitmap->Empty() && (most == info_.rows.end() || bitmap->Maximum() >= *most)) {
    return Damaged("a posting has rows beyond the end");
  }
  return bitmap;
}

absl::StatusOr<BitmapPtr> RocksSegmentReader::Posting(const PostingKey& key) const {
  const ObjectCache::Key cache_key = ObjectCache::Key::Of(info_.id, key);
  if (auto cached = cache_->Get<Bitmap>(cache_key)) return cached;
  rocksdb::PinnableSlice bytes;
  const absl::StatusOr<bool> found = db_->Get(kPostings, PostingKeyBytes(info_.id, key), &bytes);
  if (!found.ok()) return found.status();
  if (!*found) {
    cache_->Put(cache_key, EmptyBitmap(), 0);
    return EmptyBitmap();
  }
  absl::StatusOr<Bitmap> bitmap = ParsePosting(bytes.ToStringView());
  if (!bitmap.ok()) return bitmap.status();
  BitmapPtr shared = std::make_shared<const Bitmap>(*std::move(bitmap));
  cache_->Put(cache_key, shared, shared->SizeInBytes());
  return shared;
}

absl::StatusOr<Bitmap> RocksSegmentReader::Union(const PostingKey& key, std::span<const uint32_t> values,
                                                 uint32_t rows) const {
  if (values.size() >= kManyPostings) {
    const auto all = Values(key.family, key.entity, key.field);
    if (!all.ok()) return all.status();
    if (values.size() * kFewInMany >= (*all)->size()) return UnionOfMany(key, values, rows);
  }
  PostingKey one = key;
  std::vector<BitmapPtr> parts;
  std::vector<const Bitmap*> pointers;
  for (const uint32_t value : values) {
    one.value = value;
    absl::StatusOr<BitmapPtr> part = Posting(one);
    if (!part.ok()) return part.status();
    if (!(*part)->Empty() && (*part)->Maximum() >= rows) return Damaged("a posting has rows beyond the end");
    parts.push_back(*std::move(part));
    pointers.push_back(parts.back().get());
  }
  return Bitmap::OrMany(pointers);
}

absl::StatusOr<Bitmap> RocksSegmentReader::UnionOfMany(const PostingKey& key, std::span<const uint32_t> values,
                                                       uint32_t rows) const {
  PostingKey one = key;
  one.value = values.back();
  const std::string end = PostingKeyBytes(info_.id, one) + '\0';
  const rocksdb::Slice bound(end);
  rocksdb::ReadOptions options;
  options.iterate_upper_bound = &bound;
  options.fill_cache = false;
  options.readahead_size = kReadAhead;
  const std::unique_ptr<rocksdb::Iterator> it(db_->db().NewIterator(options, db_->handle(kPostings)));
  Bits bits(rows);
  bool begun = false;
  for (const uint32_t value : values) {
    one.value = value;
    const std::string wanted = PostingKeyBytes(info_.id, one);
    // A few steps are cheaper than a search.
    for (int steps = 0; begun && it->Valid() && it->key().compare(wanted) < 0 && steps < kSteps; ++steps) it->Next();
    if (!begun || (it->Valid() && it->key().compare(wanted) < 0)) it->Seek(wanted);
    begun = true;
    if (!it->Valid()) break;
    if (it->key() != wanted) continue;  // no row has the value
    const absl::Status added = AddPosting(it->value().ToStringView(), rows, bits.words());
    if (!added.ok()) return Damaged(MessageOf(added));
  }
  const absl::Status status = StatusOf(it->status(), db_->path(), "reading postings");
  if (!status.ok()) return status;
  return Bitmap::FromBits(bits.words());
}

absl::StatusOr<BitmapPtr> RocksSegmentReader::Live() const {
  if (info_.live_version == 0) return BitmapPtr();
  absl::MutexLock lock(&mutex_);
  if (live_ != nullptr) return live_;
  rocksdb::PinnableSlice bytes;
  const absl::StatusOr<bool> found = db_->Get(kDefault, LiveKey(info_.id, info_.live_version), &bytes);
  if (!found.ok()) return found.status();
  if (!*found) return Damaged("its live bitmap is missing");
  absl::StatusOr<Bitmap> live = Bitmap::Parse(bytes.ToStringView());
  if (!live.ok()) return Damaged(MessageOf(live.status()));
  if (live->Cardinality() != info_.live || (!live->Empty() && live->Maximum() >= rows(0))) {
    return Damaged("its live bitmap contradicts the manifest");
  }
  live_ = std::make_shared<const Bitmap>(*std::move(live));
  return live_;
}

absl::StatusOr<BitmapPtr> RocksSegmentReader::LiveRows(uint8_t entity,
                                                       absl::FunctionRef<absl::StatusOr<Bitmap>()> make) const {
  {
    absl::MutexLock lock(&mutex_);
    if (const auto known = live_rows_.find(entity); known != live_rows_.end()) return known->second;
  }
  absl::StatusOr<Bitmap> made = make();
  if (!made.ok()) return made.status();
  made->Optimize();
  auto rows = std::make_shared<const Bitmap>(*std::move(made));
  absl::MutexLock lock(&mutex_);
  return live_rows_.try_emplace(entity, std::move(rows)).first->second;
}

absl::StatusOr<ColumnPtr> RocksSegmentReader::GetColumn(const ColumnKey& key) const {
  const auto not_found = [&] {
    return absl::NotFoundError(absl::StrCat("segment ", info_.id, " has no column ", int{key.entity}, ".",
                                            int{key.field}, ".", int{key.part}));
  };
  const ObjectCache::Key cache_key = ObjectCache::Key::Of(info_.id, key);
  if (auto cached = cache_->Get<Column>(cache_key)) {
    if (cached->chunks().empty()) return not_found();
    return cached;
  }
  std::vector<ColumnChunkPtr> chunks;
  uint64_t rows_read = 0;
  size_t bytes = sizeof(Column);
  std::string prefix = ColumnKeyBytes(info_.id, key, 0);
  prefix.resize(prefix.size() - sizeof(uint32_t));
  const absl::Status status =
      Scan(kColumns, prefix, [&](std::string_view chunk_key, std::string_view value) -> absl::StatusOr<bool> {
        // All chunks but the last are full, so a chunk that is missing shows in the number of the next.
        if (chunk_key.size() != kColumnKeySize || rows_read != chunks.size() * uint64_t{kChunkRows} ||
            LoadBigEndian<uint32_t>(chunk_key.data() + prefix.size()) != chunks.size()) {
          return Damaged("a chunk of a column is missing");
        }
        absl::StatusOr<ColumnChunk> chunk = ColumnChunk::Parse(value);
        if (!chunk.ok()) return Damaged(MessageOf(chunk.status()));
        rows_read += chunk->size();
        bytes += chunk->SizeInBytes();
        chunks.push_back(std::make_shared<const ColumnChunk>(*std::move(chunk)));
        return true;
      });
  if (!status.ok()) return status;
  if (chunks.empty()) {
    // Remembered too: to find that there is nothing costs more than most columns do once they are read.
    cache_->Put(cache_key, std::make_shared<const Column>(std::move(chunks)), bytes);
    return not_found();
  }
  if (rows_read != rows(key.entity)) return Damaged("a column is shorter or longer than its entity");
  ColumnPtr column = std::make_shared<const Column>(std::move(chunks));
  cache_->Put(cache_key, column, bytes);
  return column;
}

bool RocksSegmentReader::CanKeep(uint64_t bytes) const { return bytes <= cache_->capacity() / 4; }

absl::StatusOr<std::string> RocksSegmentReader::Record(uint32_t row) const {
  rocksdb::PinnableSlice bytes;
  const absl::StatusOr<bool> found = db_->Get(kRecords, RecordKey(info_.id, row), &bytes);
  if (!found.ok()) return found.status();
  if (*found) return bytes.ToString();
  if (row < rows(0)) return Damaged(absl::StrCat("record ", row, " is missing"));
  return absl::NotFoundError(absl::StrCat("segment ", info_.id, " has no row ", row));
}

absl::Status RocksSegmentReader::ForEachRecord(const std::function<bool(uint32_t, std::string_view)>& f) const {
  uint32_t next = 0;
  bool stopped = false;
  const absl::Status status = Scan(
      kRecords, SegmentPrefix(info_.id), [&](std::string_view key, std::string_view value) -> absl::StatusOr<bool> {
        if (key.size() != kRecordKeySize || LoadBigEndian<uint32_t>(key.data() + 4) != next) {
          return Damaged(absl::StrCat("record ", next, " is missing"));
        }
        stopped = !f(next++, value);
        return !stopped;
      });
  if (!status.ok()) return status;
  if (!stopped && next != rows(0)) return Damaged(absl::StrCat(next, " records instead of ", rows(0)));
  return absl::OkStatus();
}

absl::Status RocksSegmentReader::ForEachPosting(int family, int entity, int field,
                                                const std::function<bool(const PostingKey&, const Bitmap&)>& f) const {
  std::string prefix = SegmentPrefix(info_.id);
  for (const int part : {family, entity, field}) {
    if (part < 0) break;
    prefix.push_back(static_cast<char>(part));
  }
  return Scan(kPostings, prefix, [&](std::string_view key, std::string_view value) -> absl::StatusOr<bool> {
    if (key.size() == kValueListKeySize) return true;
    if (key.size() != kPostingKeySize) return Damaged("a posting's key is too short or too long");
    const absl::StatusOr<Bitmap> bitmap = ParsePosting(value);
    if (!bitmap.ok()) return bitmap.status();
    return f(PostingKeyOf(key), *bitmap);
  });
}

absl::StatusOr<std::shared_ptr<const std::vector<uint32_t>>> RocksSegmentReader::Values(uint8_t family, uint8_t entity,
                                                                                        uint8_t field) const {
  const ObjectCache::Key cache_key = {info_.id, ObjectCache::Kind::kValues, family, entity, field, 0, 0};
  if (auto cached = cache_->Get<std::vector<uint32_t>>(cache_key)) return cached;
  rocksdb::PinnableSlice bytes;
  const absl::StatusOr<bool> found = db_->Get(kPostings, ValueListKey(info_.id, {family, entity, field, 0}), &bytes);
  if (!found.ok()) return found.status();
  auto values = std::make_shared<std::vector<uint32_t>>();
  if (*found) {
    absl::StatusOr<std::vector<uint32_t>> parsed = ParseValueList(bytes.ToStringView());
    if (!parsed.ok()) return Damaged(MessageOf(parsed.status()));
    *values = *std::move(parsed);
  }
  std::shared_ptr<const std::vector<uint32_t>> shared = std::move(values);
  cache_->Put(cache_key, shared, sizeof(*shared) + shared->size() * sizeof(uint32_t));
  return shared;
}

std::shared_ptr<const void> RocksSegmentReader::Kept(const DerivedKey& key) const {
  return cache_->Get<void>(ObjectCache::Key::Of(info_.id, key));
}

void RocksSegmentReader::Keep(const DerivedKey& key, std::shared_ptr<const void> object, size_t bytes) const {
  cache_->Put(ObjectCache::Key::Of(info_.id, key), std::move(object), bytes);
}

absl::StatusOr<std::vector<ColumnKey>> RocksSegmentReader::ColumnKeys() const {
  std::vector<ColumnKey> keys;
  const std::string end = PrefixEnd(SegmentPrefix(info_.id));
  const rocksdb::Slice bound(end);
  rocksdb::ReadOptions options;
  options.iterate_upper_bound = &bound;
  const std::unique_ptr<rocksdb::Iterator> it(db_->db().NewIterator(options, db_->handle(kColumns)));
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
