// From records to a segment: rows numbered, postings and columns built.
#ifndef MUSTER_ENGINE_INDEX_SEGMENT_BUILDER_H_
#define MUSTER_ENGINE_INDEX_SEGMENT_BUILDER_H_

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/index/posting_table.h"
#include "engine/model/record/record.h"
#include "engine/model/schema/schema.h"
#include "engine/secret/siphash.h"
#include "storage/bits/bitmap.h"
#include "storage/keys.h"
#include "storage/store.h"

namespace muster::index {

/// Collects the index of one segment in memory: for each entity its rows in parent order, for each field its postings
/// and columns (engine/model/schema/schema.h says which). Not thread-safe.
class SegmentBuilder {
 public:
  SegmentBuilder() : SegmentBuilder(std::nullopt) {}
  /// With the secret key, the segment gets the record keys of its individuals (engine/secret/record_key.h).
  explicit SegmentBuilder(std::optional<secret::SipKey> record_key) : record_key_(record_key) {}

  /// Adds one individual; returns its row. InvalidArgument when the record is not well
  /// formed (model::ValidateRecord), ResourceExhausted when an entity would pass 2^32 - 1 rows.
  absl::StatusOr<uint32_t> Add(const model::Record& record);

  /// Individuals added.
  uint32_t size() const { return rows_[0]; }
  /// Bytes held, about.
  size_t SizeInBytes() const;
  const std::array<uint32_t, model::kEntityCount>& rows() const { return rows_; }

  /// The symbols that the records have, ascending.
  std::vector<model::Symbol> Symbols() const { return postings_.Values(); }

  /// Hands postings (not empty) and columns to `writer`, and finishes it.
  absl::StatusOr<storage::SegmentInfo> WriteTo(storage::SegmentWriter& writer);

  // For `check` and tests: what WriteTo would write.
  std::map<storage::PostingKey, storage::Bitmap> Postings() const;
  const std::map<storage::ColumnKey, std::vector<int64_t>>& Columns();

 private:
  void AddRow(const model::Row& row, uint32_t row_number, uint32_t individual);
  // Which of several values of a row its cell has.
  enum class Counts { kFirst, kLast };
  // Puts a value into the cell of the row that is being added, the last of its entity.
  void Put(storage::ColumnKey key, uint32_t row, int64_t value, Counts counts = Counts::kLast) {
    const size_t index = IndexOf(key);
    std::vector<int64_t>* column = index < column_of_.size() ? column_of_[index] : nullptr;
    if (column == nullptr || column->size() < row) column = &ColumnUpTo(key, row);
    if (column->size() == row) {
      column->push_back(value);
    } else if (counts == Counts::kLast || (*column)[row] == storage::kNull) {
      (*column)[row] = value;
    }
  }
  static size_t IndexOf(storage::ColumnKey key) {
    return static_cast<size_t>(key.field) * 8 + key.part +
           (key.field >= model::kFirstChildColumn ? key.entity * 2048u : 0);
  }
  // The column with cells for all rows before `row`.
  std::vector<int64_t>& ColumnUpTo(storage::ColumnKey key, uint32_t row);

  std::optional<secret::SipKey> record_key_;
  std::array<uint32_t, model::kEntityCount> rows_{};
  PostingTable postings_;
  std::map<storage::ColumnKey, std::vector<int64_t>> columns_;
  std::vector<std::vector<int64_t>*> column_of_;  // dense index into columns_
};

}  // namespace muster::index

#endif  // MUSTER_ENGINE_INDEX_SEGMENT_BUILDER_H_
