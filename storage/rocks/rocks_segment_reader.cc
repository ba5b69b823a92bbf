#include "storage/rocks/rocks_segment_reader.h"

#include <rocksdb/iterator.h>

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "storage/codec/bytes.h"
#include "storage/files/absl_text.h"
#include "storage/files/status_of.h"

namespace muster::storage {
namespace {

constexpr size_t kRecordKeySize = 8;
constexpr size_t kMaxReadAhead = size_t{1} << 20;

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
  const std::unique_ptr<rocksdb::Iterator> it = db_->NewIterator(family, options);
  for (it->Seek(prefix); it->Valid(); it->Next()) {
    if (absl::Status status = CheckStop(); !status.ok()) return status;
    absl::StatusOr<bool> more = visit(it->key().ToStringView(), it->value().ToStringView());
    if (!more.ok()) return more.status();
    if (!*more) return absl::OkStatus();
  }
  return StatusOf(it->status(), db_->path(), absl::StrCat("reading ", kColumnFamilyNames[family]));
}

size_t RocksSegmentReader::ApproximateBytes(ColumnFamily family, const std::string& prefix) const {
  const std::string end = PrefixEnd(prefix);
  return std::min<uint64_t>(db_->ApproximateBytes(family, prefix, end), kMaxReadAhead);
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

void RocksSegmentReader::StartFrom(const RocksSegmentReader& previous) {
  absl::MutexLock lock(&previous.mutex_);
  // Where its live individuals were never read, it knows nothing of their values either.
  if (previous.info_.live_version != 0 && previous.live_ == nullptr) return;
  has_earlier_ = true;
  earlier_live_ = previous.live_;
  earlier_values_ = previous.live_values_;
}

absl::StatusOr<std::shared_ptr<const std::vector<uint32_t>>> RocksSegmentReader::LiveValues(
    uint8_t kind, uint8_t entity, uint8_t field,
    absl::FunctionRef<absl::StatusOr<std::vector<uint32_t>>(const EarlierValues* earlier)> make) const {
  if (info_.live_version == 0) return Values(kind, entity, field);
  const std::array<uint8_t, 3> key = {kind, entity, field};
  {
    absl::MutexLock lock(&mutex_);
    if (const auto known = live_values_.find(key); known != live_values_.end()) return known->second;
  }
  EarlierValues earlier{earlier_live_, nullptr};
  if (has_earlier_ && earlier_live_ == nullptr) {
    auto all = Values(kind, entity, field);
    if (!all.ok()) return all.status();
    earlier.values = *std::move(all);
  } else if (const auto known = earlier_values_.find(key); known != earlier_values_.end()) {
    earlier.values = known->second;
  }
  absl::StatusOr<std::vector<uint32_t>> made = make(earlier.values != nullptr ? &earlier : nullptr);
  if (!made.ok()) return made.status();
  auto values = std::make_shared<const std::vector<uint32_t>>(*std::move(made));
  absl::MutexLock lock(&mutex_);
  return live_values_.try_emplace(key, std::move(values)).first->second;
}

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

bool RocksSegmentReader::CanKeep(uint64_t bytes) const { return bytes <= cache_->capacity() / 4; }

std::shared_ptr<const void> RocksSegmentReader::Kept(const DerivedKey& key) const {
  return cache_->Get<void>(ObjectCache::Key::Of(info_.id, key));
}

void RocksSegmentReader::Keep(const DerivedKey& key, std::shared_ptr<const void> object, size_t bytes) const {
  cache_->Put(ObjectCache::Key::Of(info_.id, key), std::move(object), bytes);
}

}  // namespace muster::storage
