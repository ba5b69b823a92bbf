// Columns: one 64-bit number per row of an entity, in chunks of 65,536 rows.
#ifndef MUSTER_STORAGE_COLUMN_H_
#define MUSTER_STORAGE_COLUMN_H_

#include <atomic>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "storage/bits.h"

namespace muster::storage {

/// The value of a row that has none. Never a real value.
inline constexpr int64_t kNull = std::numeric_limits<int64_t>::min();

/// Rows of one chunk: as many as one roaring container covers, so that a bitmap and a column are walked together.
inline constexpr uint32_t kChunkRows = 65536;

/// Numbers as unsigned offsets from a base, in the fewest whole bytes (0, 1, 2, 4 or 8); the greatest offset stands for
/// kNull where there are nulls. Immutable; any number of threads may read it.
class ColumnChunk {
 public:
  /// Encodes at most kChunkRows values.
  static std::string Encode(std::span<const int64_t> values);
  /// Takes the bytes over. DataLoss when they are not a chunk.
  static absl::StatusOr<ColumnChunk> Parse(std::string bytes);

  uint32_t size() const { return size_; }
  uint8_t width() const { return width_; }
  int64_t operator[](uint32_t i) const {
    uint64_t offset = 0;
    switch (width_) {
      case 0:
        break;
      case 1:
        offset = data()[i];
        break;
      case 2:
        offset = Load<uint16_t>(i);
        break;
      case 4:
        offset = Load<uint32_t>(i);
        break;
      default:
        offset = Load<uint64_t>(i);
        break;
    }
    if (has_nulls_ && offset == null_offset_) return kNull;
    return static_cast<int64_t>(static_cast<uint64_t>(base_) + offset);
  }
  /// One bit for each value, set where it is in [low, high]; kNull never is. Bits beyond size() are 0; `bits` has a
  /// word for each 64 values begun.
  void FindRange(int64_t low, int64_t high, std::span<uint64_t> bits) const;
  /// Calls f with a function from index to value that knows how the values are stored: for loops over many of them.
  template <typename F>
  auto WithValues(F&& f) const {
    switch (width_) {
      case 0:
        return f([value = has_nulls_ ? kNull : base_](uint32_t) { return value; });
      case 1:
        return f(Decoder<uint8_t>(*this));
      case 2:
        return f(Decoder<uint16_t>(*this));
      case 4:
        return f(Decoder<uint32_t>(*this));
      default:
        return f(Decoder<uint64_t>(*this));
    }
  }
  size_t SizeInBytes() const { return bytes_.capacity() + sizeof(*this); }

 private:
  template <typename T>
  uint64_t Load(uint32_t i) const {
    T value;
    __builtin_memcpy(&value, data() + size_t{i} * sizeof(T), sizeof(T));
    return value;
  }
  // What WithValues hands out: by itself, so that loops keep it in registers.
  template <typename T>
  class Decoder {
   public:
    explicit Decoder(const ColumnChunk& chunk)
        : data_(chunk.data()),
          base_(static_cast<uint64_t>(chunk.base_)),
          null_offset_(chunk.null_offset_),
          has_nulls_(chunk.has_nulls_) {}
    int64_t operator()(uint32_t i) const {
      T offset;
      __builtin_memcpy(&offset, data_ + size_t{i} * sizeof(T), sizeof(T));
      const auto value = static_cast<int64_t>(base_ + offset);
      return static_cast<int>(has_nulls_) & static_cast<int>(offset == null_offset_) ? kNull : value;
    }

   private:
    const uint8_t* data_;
    uint64_t base_;
    uint64_t null_offset_;
    bool has_nulls_;
  };
  const uint8_t* data() const { return reinterpret_cast<const uint8_t*>(bytes_.data()) + header_size_; }

  std::string bytes_;
  size_t header_size_ = 0;
  int64_t base_ = 0;
  uint64_t null_offset_ = 0;
  uint32_t size_ = 0;
  uint8_t width_ = 0;
  bool has_nulls_ = false;
};

using ColumnChunkPtr = std::shared_ptr<const ColumnChunk>;

/// A whole column, its chunks in memory. Rows past the end are a programming error.
class Column {
 public:
  explicit Column(std::vector<ColumnChunkPtr> chunks) : chunks_(std::move(chunks)) {}
  Column(Column&& other) noexcept : chunks_(std::move(other.chunks_)) {}
  /// A column of values that no segment has stored.
  static Column Of(std::span<const int64_t> values);
  size_t SizeInBytes() const;
  int64_t operator[](uint32_t row) const { return (*chunks_[row / kChunkRows])[row % kChunkRows]; }
  const std::vector<ColumnChunkPtr>& chunks() const { return chunks_; }
  /// The values of `rows`, which are ascending, into as many `values`.
  void Gather(std::span<const uint32_t> rows, int64_t* values) const;
  /// The rows with a value in [low, high]; kNull never is.
  Bits FindRange(int64_t low, int64_t high) const;
  /// True when every value is in [low, high]; kNull is not. Looks at the values the first time and remembers success,
  /// so that columns of row numbers can be trusted at no cost after that. Ask of one column for the same bounds only.
  bool Within(int64_t low, int64_t high) const;
  /// False the first time. What only pays for columns that are asked of again and again is made the second time.
  bool AskedBefore() const { return asked_.exchange(true, std::memory_order_relaxed); }
  /// The widest of its chunks: bytes of one value.
  uint8_t width() const;

 private:
  std::vector<ColumnChunkPtr> chunks_;
  mutable std::atomic<bool> within_ = false;
  mutable std::atomic<bool> asked_ = false;
};

using ColumnPtr = std::shared_ptr<const Column>;

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_COLUMN_H_
