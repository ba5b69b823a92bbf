#include "storage/rocks/rocks_segment_writer.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "storage/codec/bytes.h"
#include "storage/codec/posting_codec.h"
#include "storage/codec/posting_directory.h"
#include "storage/files/absl_text.h"
#include "storage/files/crash_point.h"
#include "storage/files/status_of.h"

namespace muster::storage {

absl::Status RocksSegmentWriter::PutRecord(uint32_t row, std::string_view dataset, std::string_view id,
                                           std::string_view record) {
  absl::Status status = Put(kRecords, RecordKey(id_, row), record);
  if (!status.ok()) return status;
  std::string row_bytes;
  AppendLittleEndian(row, &row_bytes);
  status = Put(kIds, IdKey(dataset, id, id_), row_bytes);
  if (!status.ok()) return status;
  record_end_ = std::max(record_end_, uint64_t{row} + 1);
  return WriteIfLarge();
}

absl::StatusOr<std::string> RocksSegmentWriter::Record(uint32_t segment, uint32_t row) {
  // What waits in the batch is not in the database yet.
  if (batch_.Count() > 0) {
    if (absl::Status status = Write(); !status.ok()) return status;
  }
  rocksdb::PinnableSlice bytes;
  const absl::StatusOr<bool> found = db_->Get(kRecords, RecordKey(segment, row), &bytes);
  if (!found.ok()) return found.status();
  if (!*found) return absl::NotFoundError(absl::StrCat("segment ", segment, " has no record ", row));
  return bytes.ToString();
}

absl::Status RocksSegmentWriter::PutPosting(const PostingKey& key, const Bitmap& bitmap) {
  if (finished_) return Finished();
  postings_[{key.kind, key.entity, key.field, 0}].push_back({key.value, EncodePosting(bitmap)});
  if (!bitmap.Empty()) posting_end_ = std::max(posting_end_, uint64_t{bitmap.Maximum()} + 1);
  return absl::OkStatus();
}

absl::Status RocksSegmentWriter::PutColumn(const ColumnKey& key, std::span<const int64_t> values) {
  column_sizes_.emplace_back(key.entity, values.size());
  uint32_t chunk = 0;
  // At least one chunk, so that a column without rows differs from no column.
  do {
    const size_t size = std::min<size_t>(values.size(), kChunkRows);
    absl::Status status = Put(kColumns, ColumnKeyBytes(id_, key, chunk++), ColumnChunk::Encode(values.first(size)));
    if (status.ok()) status = WriteIfLarge();
    if (!status.ok()) return status;
    values = values.subspan(size);
  } while (!values.empty());
  return absl::OkStatus();
}

absl::StatusOr<SegmentInfo> RocksSegmentWriter::Finish(std::vector<uint32_t> rows) {
  absl::Status status = Validate(rows);
  if (status.ok()) status = PutPages();
  if (status.ok()) status = Write();
  if (status.ok() && large_) {
    std::vector<ColumnFamily> families = {kRecords, kIds, kPostings, kColumns};
    // Each flush begins another log, and all of them stay as long as one has something of a family that is not flushed:
    // readers have to open them. One time in eight or so the others go along.
    if (id_ * 2654435761U >> 29 == 0) families.insert(families.end(), {kDefault, kOntologies});
    status = db_->Flush(families, "flushing a segment");
  }
  finished_ = true;
  if (!status.ok()) return status;
  CrashPoint("segment finished");
  SegmentInfo info;
  info.id = id_;
  info.live = rows.empty() ? 0 : rows[0];
  info.rows = std::move(rows);
  return info;
}

absl::Status RocksSegmentWriter::PutPages() {
  for (auto& [key, postings] : postings_) {
    std::ranges::sort(postings, {}, &EncodedPosting::value);
    PostingDirectory directory;
    PostingKey page = key;
    for (size_t begin = 0, end = 0; begin < postings.size(); begin = end) {
      // As many as fit, or one that does not.
      size_t bytes = 0;
      do {
        bytes += postings[end].bytes.size();
        if (end > begin && postings[end].value == postings[end - 1].value) {
          return absl::InvalidArgumentError(absl::StrCat("segment ", id_, ": two postings of one value"));
        }
        directory.Add(postings[end].value, end == begin);
        ++end;
      } while (end < postings.size() && bytes + postings[end].bytes.size() <= kPageBytes);
      page.value = postings[begin].value;
      absl::Status status = Put(kPostings, PageKey(id_, page), EncodePage({postings.data() + begin, end - begin}));
      if (status.ok()) status = WriteIfLarge();
      if (!status.ok()) return status;
    }
    const absl::Status status = Put(kPostings, DirectoryKey(id_, key), directory.Encode());
    if (!status.ok()) return status;
    postings = {};
  }
  return absl::OkStatus();
}

absl::Status RocksSegmentWriter::Finished() const {
  return absl::FailedPreconditionError(absl::StrCat("segment ", id_, " is finished or failed"));
}

absl::Status RocksSegmentWriter::Put(ColumnFamily family, const std::string& key, std::string_view value) {
  if (finished_) return Finished();
  return StatusOf(batch_.Put(db_->handle(family), key, rocksdb::Slice(value.data(), value.size())), db_->path(),
                  "collecting a segment");
}

absl::Status RocksSegmentWriter::WriteIfLarge() {
  if (batch_.GetDataSize() < kSmallSegmentBytes) return absl::OkStatus();
  if (!large_) {
    // A crash may keep some column families of what bypasses the log and lose others. So that no leftover id entry is
    // ever taken for one of a later segment, the number is used up first.
    const absl::Status status = numbers_->Reserve();
    if (!status.ok()) {
      finished_ = true;
      return status;
    }
    large_ = true;
  }
  return Write();
}

absl::Status RocksSegmentWriter::Write() {
  if (finished_) return Finished();
  rocksdb::WriteOptions options;
  options.disableWAL = large_;
  CrashPoint("segment begun");
  absl::Status status = db_->Write(batch_, options, "writing a segment");
  batch_.Clear();
  if (!status.ok()) finished_ = true;
  return status;
}

absl::Status RocksSegmentWriter::Validate(const std::vector<uint32_t>& rows) const {
  const auto error = [&](std::string_view what) {
    return absl::InvalidArgumentError(absl::StrCat("segment ", id_, ": ", ForAbsl(what)));
  };
  const uint64_t individuals = rows.empty() ? 0 : rows[0];
  const uint64_t most = rows.empty() ? 0 : *std::max_element(rows.begin(), rows.end());
  if (record_end_ > individuals) return error("a record beyond the last individual");
  if (posting_end_ > most) return error("a posting with rows beyond every entity");
  for (const auto& [entity, size] : column_sizes_) {
    if (size != (entity < rows.size() ? rows[entity] : 0)) {
      return error(absl::StrCat("a column of entity ", int{entity}, " with ", size, " values"));
    }
  }
  return absl::OkStatus();
}

}  // namespace muster::storage
