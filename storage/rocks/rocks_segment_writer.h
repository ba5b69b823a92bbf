// SegmentWriter over RocksDB.
#ifndef MUSTER_STORAGE_ROCKS_ROCKS_SEGMENT_WRITER_H_
#define MUSTER_STORAGE_ROCKS_ROCKS_SEGMENT_WRITER_H_

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "storage/codec/posting_page.h"
#include "storage/files/rocks_batch.h"
#include "storage/rocks/rocks_db.h"
#include "storage/rocks/rocks_segment_numbers.h"
#include "storage/store.h"

namespace muster::storage {

/// Bytes of a segment up to which it is one batch in the log, which the commit's sync makes durable with itself. What
/// grows beyond bypasses the log, so that an import writes its bytes once, and is flushed by Finish().
inline constexpr size_t kSmallSegmentBytes = size_t{4} << 20;

class RocksSegmentWriter final : public SegmentWriter {
 public:
  /// `id` was taken from `numbers`.
  RocksSegmentWriter(std::shared_ptr<const RocksDb> db, std::shared_ptr<SegmentNumbers> numbers, uint32_t id)
      : db_(std::move(db)), numbers_(std::move(numbers)), id_(id) {}

  uint32_t id() const override { return id_; }
  absl::Status PutRecord(uint32_t row, std::string_view dataset, std::string_view id, std::string_view record) override;
  absl::StatusOr<std::string> Record(uint32_t segment, uint32_t row) override;
  absl::Status PutPosting(const PostingKey& key, const Bitmap& bitmap) override;
  absl::Status PutColumn(const ColumnKey& key, std::span<const int64_t> values) override;
  absl::StatusOr<SegmentInfo> Finish(std::vector<uint32_t> rows) override;

 private:
  absl::Status Put(ColumnFamily family, const std::string& key, std::string_view value);
  /// After a Put; writes the batch when it has become large.
  absl::Status WriteIfLarge();
  absl::Status Write();
  /// The pages of all postings and their directories, once all are there.
  absl::Status PutPages();
  absl::Status Finished() const;
  /// Not OK when what was put does not fit the numbers of rows.
  absl::Status Validate(const std::vector<uint32_t>& rows) const;

  const std::shared_ptr<const RocksDb> db_;
  const std::shared_ptr<SegmentNumbers> numbers_;
  const uint32_t id_;
  RocksBatch batch_;
  bool large_ = false;     // bypasses the log
  bool finished_ = false;  // or failed
  // For Validate: rows end before these.
  uint64_t record_end_ = 0;
  uint64_t posting_end_ = 0;
  std::vector<std::pair<uint8_t, size_t>> column_sizes_;        // entity, values
  std::map<PostingKey, std::vector<EncodedPosting>> postings_;  // by key with value 0
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_ROCKS_ROCKS_SEGMENT_WRITER_H_
