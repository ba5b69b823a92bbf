#include "storage/rocks_segment_reader.h"

#include <rocksdb/iterator.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "storage/absl_text.h"
#include "storage/bytes.h"
#include "storage/posting_codec.h"
#include "storage/posting_page.h"
#include "storage/status_of.h"

namespace muster::storage {
namespace {

constexpr size_t kPageKeySize = 11;
constexpr size_t kFamilyAt = 4;
constexpr size_t kColumnKeySize = 11;
constexpr size_t kRecordKeySize = 8;

constexpr std::string_view kBeyond = "a posting has rows beyond the end";

// From so many postings on, a bitmap is not made and kept of each.
constexpr size_t kManyPostings = 64;
// Going through so many pages is cheaper than a search.
constexpr size_t kSteps = 8;
// Where pages that are wanted stand closer than that, what is between them is read with them, so much at once.
constexpr size_t kClose = 4;
constexpr size_t kReadAhead = size_t{1} << 20;
// The whole column is made where at least one of so many of its rows is asked for.
constexpr size_t kFewRows = 8;

// A posting, and the row behind its last: to find that again for each question would take longer than most answers.
struct EndingPosting {
  Bitmap rows;
  uint64_t end = 0;
};

PostingKey PostingKeyOf(std::string_view key) {
  return {static_cast<uint8_t>(key[4]), static_cast<uint8_t>(key[5]), static_cast<uint8_t>(key[6]),
          LoadBigEndian<uint32_t>(key.data() + 7)};
}

}  // namespace

absl::Status RocksSegmentReader::Damaged(std::string_view what) const {
  return db_->Damaged(absl::StrCat("segment ", info_.id, ": ", ForAbsl(what)));
}

absl::Status RocksSegmentReader::Scan(ColumnFamily family, const std::string& prefix, const Visit& visit,
                                      size_t read_ahead) const {
  const std::string end = PrefixEnd(prefix);
  const rocksdb::Slice bound(end);
  rocksdb::ReadOptions options;
  options.iterate_upper_bound = &bound;
  options.fill_cache = false;
  options.readahead_size = read_ahead;
  const std::unique_ptr<rocksdb::Iterator> it(db_->db().NewIterator(options, db_->handle(family)));
  for (it->Seek(prefix); it->Valid(); it->Next()) {
    absl::StatusOr<bool> more = visit(it->key().ToStringView(), it->value().ToStringView());
    if (!more.ok()) return more.status();
    if (!*more) return absl::OkStatus();
  }
  return StatusOf(it->status(), db_->path(), absl::StrCat("reading ", kColumnFamilyNames[family]));
}

size_t RocksSegmentReader::ApproximateBytes(ColumnFamily family, const std::string& prefix) const {
  const std::string end = PrefixEnd(prefix);
  const rocksdb::Range range(prefix, end);
  uint64_t bytes = 0;
  const rocksdb::Status status = db_->db().GetApproximateSizes(db_->handle(family), &range, 1, &bytes);
  return status.ok() ? std::min<uint64_t>(bytes, kReadAhead) : 0;
}

absl::StatusOr<Bitmap> RocksSegmentReader::ParsePosting(std::string_view bytes, uint32_t rows) const {
  absl::StatusOr<Bitmap> bitmap = storage::ParsePosting(bytes);
  if (!bitmap.ok()) return Damaged(MessageOf(bitmap.status()));
  if (!bitmap->Empty() && bitmap->Maximum() >= rows) return Damaged(kBeyond);
  return bitmap;
}

absl::StatusOr<BitmapPtr> RocksSegmentReader::Posting(const PostingKey& key, uint32_t rows) const {
  const ObjectCache::Key cache_key = ObjectCache::Key::Of(info_.id, key);
  const auto within = [&](const std::shared_ptr<const EndingPosting>& posting) -> absl::StatusOr<BitmapPtr> {
    if (posting->end > rows) return Damaged(kBeyond);
    return BitmapPtr(posting, &posting->rows);
  };
  if (const auto cached = cache_->Get<EndingPosting>(cache_key)) return within(cached);
  const auto directory = Directory(key);
  if (!directory.ok()) return directory.status();
  if (!(*directory)->Contains(key.value)) return EmptyBitmap();
  PostingKey page = key;
  page.value = (*directory)->pages()[(*directory)->PageOf(key.value)];
  rocksdb::PinnableSlice bytes;
  const absl::StatusOr<bool> found = db_->Get(kPostings, PageKey(info_.id, page), &bytes);
  if (!found.ok()) return found.status();
  std::optional<std::string_view> posting;
  const bool good =
      *found && ForEachInPage(page.value, bytes.ToStringView(), [&](uint32_t value, std::string_view one) {
        if (value == key.value) posting = one;
        return value < key.value;
      });
  if (!good || !posting) return Damaged("a page of postings is missing or is not one");
  absl::StatusOr<Bitmap> bitmap = ParsePosting(*posting, rows);
  if (!bitmap.ok()) return bitmap.status();
  const uint64_t end = bitmap->Empty() ? 0 : uint64_t{bitmap->Maximum()} + 1;
  auto shared = std::make_shared<const EndingPosting>(EndingPosting{*std::move(bitmap), end});
  cache_->Put(cache_key, shared, shared->rows.SizeInBytes());
  return within(shared);
}

absl::StatusOr<United> RocksSegmentReader::Union(const PostingKey& key, std::span<const uint32_t> values,
                                                 uint32_t rows) const {
  const auto directory = Directory(key);
  if (!directory.ok()) return directory.status();
  std::vector<uint32_t> present;
  std::ranges::set_intersection(values, (*directory)->values(), std::back_inserter(present));
  absl::StatusOr<std::optional<Bitmap>> stored = FindUnion(key, present, rows);
  if (!stored.ok()) return stored.status();
  if (stored->has_value()) return United{**std::move(stored), 1};
  absl::StatusOr<Bitmap> united =
      present.size() >= kManyPostings ? UniteMany(key, **directory, present, rows) : UniteFew(key, present, rows);
  if (!united.ok()) return united.status();
  return United{*std::move(united), present.size()};
}

absl::StatusOr<Bitmap> RocksSegmentReader::UniteFew(const PostingKey& key, std::span<const uint32_t> present,
                                                    uint32_t rows) const {
  PostingKey one = key;
  std::vector<BitmapPtr> parts;
  std::vector<const Bitmap*> pointers;
  for (const uint32_t value : present) {
    one.value = value;
    absl::StatusOr<BitmapPtr> part = Posting(one, rows);
    if (!part.ok()) return part.status();
    parts.push_back(*std::move(part));
    pointers.push_back(parts.back().get());
  }
  return Bitmap::OrMany(pointers);
}

absl::StatusOr<std::optional<Bitmap>> RocksSegmentReader::FindUnion(const PostingKey& key,
                                                                    std::span<const uint32_t> present,
                                                                    uint32_t rows_of_entity) const {
  if (present.size() < kFewestInUnion) return std::nullopt;
  rocksdb::PinnableSlice bytes;
  const absl::StatusOr<bool> found = db_->Get(kPostings, UnionKey(info_.id, key, present), &bytes);
  if (!found.ok()) return found.status();
  const std::string_view posting = *found ? PostingOfUnion(bytes.ToStringView(), present) : std::string_view();
  if (posting.empty()) return std::nullopt;
  absl::StatusOr<Bitmap> rows = ParsePosting(posting, rows_of_entity);
  if (!rows.ok()) return rows.status();
  return *std::move(rows);
}

absl::Status RocksSegmentReader::ForEachUnion(const PostingKey& key,
                                              absl::FunctionRef<bool(const StoredUnion&)> f) const {
  return Scan(kPostings, UnionPrefix(info_.id, key),
              [&](std::string_view /*key*/, std::string_view value) -> absl::StatusOr<bool> {
                const absl::StatusOr<StoredUnion> stored = ParseUnion(value);
                if (!stored.ok()) return Damaged(MessageOf(stored.status()));
                return f(*stored);
              });
}

absl::StatusOr<Bitmap> RocksSegmentReader::UniteMany(const PostingKey& key, const PostingDirectory& directory,
                                                     std::span<const uint32_t> present, uint32_t rows) const {
  Bits bits(rows);
  const size_t first = directory.PageOf(present.front());
  const size_t last = directory.PageOf(present.back());
  PostingKey page = key;
  page.value = directory.pages()[last];
  const std::string end = PageKey(info_.id, page) + '\0';
  const rocksdb::Slice bound(end);
  rocksdb::ReadOptions options;
  options.iterate_upper_bound = &bound;
  options.fill_cache = false;
  if (present.size() * kClose >= last - first) options.readahead_size = kReadAhead;
  const std::unique_ptr<rocksdb::Iterator> it(db_->db().NewIterator(options, db_->handle(kPostings)));
  size_t at = 0;
  for (auto wanted = present.begin(); wanted != present.end();) {
    const size_t number = directory.PageOf(*wanted);
    page.value = directory.pages()[number];
    const std::string page_key = PageKey(info_.id, page);
    if (wanted == present.begin() || number - at > kSteps) {
      it->Seek(page_key);
    } else {
      for (; at < number && it->Valid(); ++at) it->Next();
    }
    at = number;
    if (!it->status().ok()) break;
    absl::Status status;
    const bool good = it->Valid() && it->key() == page_key &&
                      ForEachInPage(page.value, it->value().ToStringView(), [&](uint32_t value, std::string_view one) {
                        if (value < *wanted) return true;
                        if (value > *wanted) return false;  // which is on no page
                        status = AddPosting(one, rows, bits.words());
                        return status.ok() && ++wanted != present.end();
                      });
    if (!status.ok()) return Damaged(MessageOf(status));
    // All that are on this page have been found.
    const bool complete = wanted == present.end() || number + 1 == directory.pages().size()
                              ? wanted == present.end()
                              : *wanted >= directory.pages()[number + 1];
    if (!good || !complete) return Damaged("a page of postings is missing or is not one");
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
  const absl::Status status = Scan(
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
  // That there is none is remembered too: to find that out costs more than most columns do once they are read.
  if (!status.ok() && !absl::IsNotFound(status)) return status;
  ColumnPtr column = std::make_shared<const Column>(std::move(chunks));
  cache_->Put(cache_key, column, bytes);
  if (!status.ok()) return status;
  return column;
}

absl::Status RocksSegmentReader::ValuesAt(const ColumnKey& key, std::span<const uint32_t> rows,
                                          std::span<int64_t> values) const {
  ObjectCache::Key asked = ObjectCache::Key::Of(info_.id, key);
  const bool cached = cache_->Get<Column>(asked) != nullptr;
  asked.kind = ObjectCache::Kind::kPicked;
  if (cached || rows.size() * kFewRows > this->rows(key.entity) || cache_->Get<void>(asked) != nullptr) {
    const absl::StatusOr<ColumnPtr> column = GetColumn(key);
    if (!column.ok()) return column.status();
    if (!rows.empty()) (*column)->Gather(rows, values.data());
    return absl::OkStatus();
  }
  cache_->Put(asked, std::make_shared<const char>(), sizeof(char));
  size_t done = 0;
  return ForEachChunk(key, [&](uint64_t first, const ColumnChunk& chunk) {
    const std::span<const uint32_t> left = rows.subspan(done);
    const uint64_t end = first + chunk.size();
    const auto here = static_cast<size_t>(std::ranges::lower_bound(left, end) - left.begin());
    if (here > 0) chunk.Gather(left.first(here), values.data() + done, Repeats::kMaybe);
    done += here;
  });
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
  const uint32_t most = info_.rows.empty() ? 0 : *std::ranges::max_element(info_.rows);
  return Scan(kPostings, prefix, [&](std::string_view key, std::string_view value) -> absl::StatusOr<bool> {
    if (key.size() > kFamilyAt && static_cast<uint8_t>(key[kFamilyAt]) >= kFamilyEnd) return false;  // behind all pages
    if (key.size() != kPageKeySize) return Damaged("the key of a page of postings is too short or too long");
    PostingKey posting = PostingKeyOf(key);
    absl::Status status;
    bool more = true;
    const bool good = ForEachInPage(posting.value, value, [&](uint32_t number, std::string_view bytes) {
      posting.value = number;
      const absl::StatusOr<Bitmap> bitmap = ParsePosting(bytes, most);
      status = bitmap.status();
      more = status.ok() && f(posting, *bitmap);
      return more;
    });
    if (!status.ok()) return status;
    if (!good) return Damaged("a page of postings is not one");
    return more;
  });
}

absl::StatusOr<std::shared_ptr<const PostingDirectory>> RocksSegmentReader::Directory(const PostingKey& key) const {
  const ObjectCache::Key cache_key = {info_.id, ObjectCache::Kind::kDirectory, key.family, key.entity, key.field, 0, 0};
  if (auto cached = cache_->Get<PostingDirectory>(cache_key)) return cached;
  rocksdb::PinnableSlice bytes;
  const absl::StatusOr<bool> found = db_->Get(kPostings, DirectoryKey(info_.id, key), &bytes);
  if (!found.ok()) return found.status();
  // Remembered as well when it is not there.
  auto directory = std::make_shared<PostingDirectory>();
  if (*found) {
    absl::StatusOr<PostingDirectory> parsed = PostingDirectory::Parse(bytes.ToStringView());
    if (!parsed.ok()) return Damaged(MessageOf(parsed.status()));
    *directory = *std::move(parsed);
  }
  std::shared_ptr<const PostingDirectory> shared = std::move(directory);
  cache_->Put(cache_key, shared, shared->SizeInBytes());
  return shared;
}

absl::StatusOr<std::shared_ptr<const std::vector<uint32_t>>> RocksSegmentReader::Values(uint8_t family, uint8_t entity,
                                                                                        uint8_t field) const {
  auto directory = Directory({family, entity, field, 0});
  if (!directory.ok()) return directory.status();
  const std::vector<uint32_t>* const values = &(*directory)->values();
  return std::shared_ptr<const std::vector<uint32_t>>(*std::move(directory), values);
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
