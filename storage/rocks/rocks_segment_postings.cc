// Postings of a segment: one, all below a field, and the union of many.
#include <rocksdb/iterator.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "storage/codec/bytes.h"
#include "storage/codec/posting_codec.h"
#include "storage/codec/posting_page.h"
#include "storage/files/status_of.h"
#include "storage/rocks/rocks_segment_reader.h"

namespace muster::storage {
namespace {

constexpr size_t kPageKeySize = 11;
constexpr size_t kKindAt = 4;

constexpr std::string_view kBeyond = "a posting has rows beyond the end";

// From this many postings on, they are united without a cached bitmap for each.
constexpr size_t kManyPostings = 64;
// Stepping over this many pages is cheaper than a seek.
constexpr size_t kSteps = 8;
// With a wanted value for every kClose pages, all pages between are read with them, kReadAhead bytes at a time.
constexpr size_t kClose = 4;
constexpr size_t kReadAhead = size_t{1} << 20;

// A posting, and the row after its last one: finding that again for each question would take longer than most answers.
struct EndingPosting {
  Bitmap rows;
  uint64_t end = 0;
};

PostingKey PostingKeyOf(std::string_view key) {
  return {static_cast<uint8_t>(key[4]), static_cast<uint8_t>(key[5]), static_cast<uint8_t>(key[6]),
          LoadBigEndian<uint32_t>(key.data() + 7)};
}

}  // namespace

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
    if (absl::Status status = CheckStop(); !status.ok()) return status;
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
  const std::unique_ptr<rocksdb::Iterator> it = db_->NewIterator(kPostings, options);
  size_t at = 0;
  for (auto wanted = present.begin(); wanted != present.end();) {
    if (absl::Status status = CheckStopSampled(); !status.ok()) return status;
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

absl::Status RocksSegmentReader::ForEachPosting(int kind, int entity, int field,
                                                const std::function<bool(const PostingKey&, const Bitmap&)>& f) const {
  std::string prefix = SegmentPrefix(info_.id);
  for (const int part : {kind, entity, field}) {
    if (part < 0) break;
    prefix.push_back(static_cast<char>(part));
  }
  const uint32_t most = info_.rows.empty() ? 0 : *std::ranges::max_element(info_.rows);
  return Scan(kPostings, prefix, [&](std::string_view key, std::string_view value) -> absl::StatusOr<bool> {
    if (key.size() > kKindAt && static_cast<uint8_t>(key[kKindAt]) >= kKindEnd) return false;  // behind all pages
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
  const ObjectCache::Key cache_key = {info_.id, ObjectCache::Kind::kDirectory, key.kind, key.entity, key.field, 0, 0};
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

absl::StatusOr<std::shared_ptr<const std::vector<uint32_t>>> RocksSegmentReader::Values(uint8_t kind, uint8_t entity,
                                                                                        uint8_t field) const {
  auto directory = Directory({kind, entity, field, 0});
  if (!directory.ok()) return directory.status();
  const std::vector<uint32_t>* const values = &(*directory)->values();
  return std::shared_ptr<const std::vector<uint32_t>>(*std::move(directory), values);
}

}  // namespace muster::storage
