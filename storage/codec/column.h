// Columns: one 64-bit number per row of an entity, in chunks of 65,536 rows.
#ifndef MUSTER_STORAGE_CODEC_COLUMN_H_
#define MUSTER_STORAGE_CODEC_COLUMN_H_

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "storage/bits/bits.h"

namespace muster::storage {

/// The value of a row that has none. Never a real value.
inline constexpr int64_t kNull = std::numeric_limits<int64_t>::min();

/// Rows of one chunk: as many as one roaring container covers, so that a bitmap and a column are walked together.
inline constexpr uint32_t kChunkRows = 65536;

/// Whether rows that are asked for may be the same as the one before, or in damaged data even lie before it.
enum class Repeats { kNo, kMaybe };

/// Numbers as unsigned offsets from a base, in the fewest whole bytes (0, 1, 2, 4 or 8); if there are nulls, the
/// greatest offset means kNull. If few different numbers would need many bytes, they are listed in ascending order, and
/// the offsets are indexes into that list. Immutable and thread-safe.
///
/// This form is for fast loops over values. The stored form is smaller, and is converted into this one when it is read.
class ColumnChunk {
 public:
  /// A chunk of at most kChunkRows values, which never was stored. It has no list.
  static ColumnChunk Of(std::span<const int64_t> values);
  /// What to store for at most kChunkRows values.
  static std::string Encode(std::span<const int64_t> values);
  /// The chunk of what is stored. DataLoss when the bytes are not one.
  static absl::StatusOr<ColumnChunk> Parse(std::string_view bytes);

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
        offset = Load<uint16_t>(data(), i);
        break;
      case 4:
        offset = Load<uint32_t>(data(), i);
        break;
      default:
        offset = Load<uint64_t>(data(), i);
        break;
    }
    if (has_nulls_ && offset == null_offset_) return kNull;
    if (listed_ > 0) return Load<int64_t>(list(), offset);
    return static_cast<int64_t>(static_cast<uint64_t>(base_) + offset);
  }
  /// One bit for each value, set where it is in [low, high]; kNull never is. Bits beyond size() are 0; `bits` has a
  /// word for each 64 values begun.
  void FindRange(int64_t low, int64_t high, std::span<uint64_t> bits) const;
  /// Writes the ones of `rows` (modulo the size of a chunk) that have a value in [low, high] to `kept`, and returns how
  /// many. `kept` has room for all rows, and may be the same array.
  size_t Filter(std::span<const uint32_t> rows, int64_t low, int64_t high, uint32_t* kept) const;
  /// True when every value is in [low, high]; kNull is not.
  bool Within(int64_t low, int64_t high) const;
  /// Calls f with a function from index to value that knows how the values are stored: for loops over many of them.
  template <typename F>
  auto WithValues(F&& f) const {
    // Copies of members, which a loop can keep in registers whatever it writes. Parse() ensures that the greatest
    // offset means nothing but null.
    const uint8_t* const offsets = data();
    const int64_t base = base_;
    const uint64_t null_offset = has_nulls_ ? null_offset_ : std::numeric_limits<uint64_t>::max();
    if (listed_ > 0) {
      const auto listed = [list = list(), null_offset](uint64_t offset) {
        return offset == null_offset ? kNull : Load<int64_t>(list, offset);
      };
      if (width_ == 1) return f([=](uint32_t i) { return listed(offsets[i]); });
      return f([=](uint32_t i) { return listed(Load<uint16_t>(offsets, i)); });
    }
    const auto value = [base, null_offset](uint64_t offset) {
      return offset == null_offset ? kNull : static_cast<int64_t>(static_cast<uint64_t>(base) + offset);
    };
    switch (width_) {
      case 0:
        return f([all = has_nulls_ ? kNull : base_](uint32_t) { return all; });
      case 1:
        return f([=](uint32_t i) { return value(offsets[i]); });
      case 2:
        return f([=](uint32_t i) { return value(Load<uint16_t>(offsets, i)); });
      case 4:
        return f([=](uint32_t i) { return value(Load<uint32_t>(offsets, i)); });
      default:
        return f([=](uint32_t i) { return value(Load<uint64_t>(offsets, i)); });
    }
  }
  /// values[i] becomes the value of rows[i], modulo the size of a chunk. `rows` ascend.
  template <typename T>
  void Gather(std::span<const uint32_t> rows, T* values, Repeats repeats) const;
  size_t SizeInBytes() const { return size_t{listed_} * sizeof(int64_t) + Room(size_, width_) + sizeof(*this); }

 private:
  ColumnChunk(int64_t base, uint32_t size, bool nulls, bool ascends)
      : base_(base), size_(size), has_nulls_(nulls), ascends_(ascends) {}
  // Bytes for the offsets, rounded up so that 64 may be written at a time.
  static size_t Room(uint32_t size, uint8_t width) { return (size_t{size} + 63) / 64 * 64 * width; }
  // Makes place for a list and offsets, to be filled in, and zeros behind them.
  void Allocate(uint8_t width, uint16_t listed);
  template <typename T>
  static T Load(const uint8_t* offsets, size_t i) {
    T value;
    __builtin_memcpy(&value, offsets + i * sizeof(T), sizeof(T));
    return value;
  }
  // How many of the list are less than `value`.
  uint32_t PlaceOf(int64_t value) const;
  // The least and greatest offset of values in [low, high]; nullopt if there are none.
  std::optional<std::pair<uint64_t, uint64_t>> OffsetsOf(int64_t low, int64_t high) const;
  // Where offsets are in [low, high].
  void FindOffsets(uint64_t low, uint64_t high, std::span<uint64_t> bits) const;
  const uint8_t* data() const { return list() + size_t{listed_} * sizeof(int64_t); }
  const uint8_t* list() const { return bytes_.get(); }
  uint8_t* offsets() { return bytes_.get() + size_t{listed_} * sizeof(int64_t); }

  std::unique_ptr<uint8_t[]> bytes_;  // the list, then the offsets
  int64_t base_ = 0;
  uint64_t null_offset_ = 0;
  uint32_t size_ = 0;
  uint16_t listed_ = 0;  // numbers in the list; 0: no list
  uint8_t width_ = 0;
  bool has_nulls_ = false;
  bool ascends_ = false;  // known to: each value is at least the one before, and none is null
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
  /// values[i] becomes the value of rows[i]. `rows` ascend; they may lie where the values go.
  template <typename T>
  void Gather(std::span<const uint32_t> rows, T* values, Repeats repeats = Repeats::kMaybe) const;
  /// The rows with a value in [low, high]; kNull never is.
  Bits FindRange(int64_t low, int64_t high) const;
  /// Those of `rows`, which ascend, with a value in [low, high].
  std::vector<uint32_t> Filter(std::vector<uint32_t> rows, int64_t low, int64_t high) const;
  /// True when every value is in [low, high]; kNull is not. Looks at the values the first time and remembers success,
  /// so that columns of row numbers can be trusted at no cost after that. Ask of one column for the same bounds only.
  bool Within(int64_t low, int64_t high) const;
  /// The widest of its chunks: bytes of one value.
  uint8_t width() const;

 private:
  std::vector<ColumnChunkPtr> chunks_;
  mutable std::atomic<bool> within_ = false;
};

template <typename T>
void ColumnChunk::Gather(std::span<const uint32_t> rows, T* values, Repeats repeats) const {
  // Ranges of rows become vector code.
  const uint32_t front = rows.front();
  const size_t size = rows.size();
  bool range = rows.back() - front == size - 1;
  if (range && repeats == Repeats::kMaybe) {
    uint32_t wrong = 0;
    for (size_t i = 0; i < size; ++i) wrong |= (rows[i] - front) ^ static_cast<uint32_t>(i);
    range = wrong == 0;
  }
  const auto gather = [&](auto value) {
    if (range) {
      const size_t first = front % kChunkRows;
      for (size_t i = 0; i < size; ++i) values[i] = value(first + i);
    } else {
      for (size_t i = 0; i < size; ++i) values[i] = value(rows[i] % kChunkRows);
    }
  };
  if (has_nulls_ || listed_ > 0 || width_ == 0 || width_ == 8) {
    return WithValues(
        [&](auto value) { gather([value](size_t i) { return static_cast<T>(value(static_cast<uint32_t>(i))); }); });
  }
  const uint8_t* const offsets = data();
  const T base = static_cast<T>(base_);
  switch (width_) {
    case 1:
      return gather([=](size_t i) { return static_cast<T>(base + static_cast<T>(offsets[i])); });
    case 2:
      return gather([=](size_t i) { return static_cast<T>(base + static_cast<T>(Load<uint16_t>(offsets, i))); });
    default:
      return gather([=](size_t i) { return static_cast<T>(base + static_cast<T>(Load<uint32_t>(offsets, i))); });
  }
}

template <typename T>
void Column::Gather(std::span<const uint32_t> rows, T* values, Repeats repeats) const {
  while (!rows.empty()) {
    const uint32_t front = rows.front();
    size_t size = rows.size();
    if (repeats == Repeats::kNo) {
      if (rows.back() / kChunkRows != front / kChunkRows) {
        const uint32_t limit = (front / kChunkRows + 1) * kChunkRows;
        size = static_cast<size_t>(std::lower_bound(rows.begin(), rows.end(), limit) - rows.begin());
      }
    } else {
      uint32_t differ = 0;
      for (const uint32_t row : rows) differ |= row ^ front;
      if (differ >= kChunkRows) {
        const auto elsewhere = [front](uint32_t row) { return row / kChunkRows != front / kChunkRows; };
        size = static_cast<size_t>(std::find_if(rows.begin(), rows.end(), elsewhere) - rows.begin());
      }
    }
    chunks_[front / kChunkRows]->Gather(rows.first(size), values, repeats);
    rows = rows.subspan(size);
    values += size;
  }
}

using ColumnPtr = std::shared_ptr<const Column>;

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_CODEC_COLUMN_H_
