// Private to storage/: what the two forms of a chunk of a column, stored and in memory, have in common, and the header
// of the stored one.
//
// A stored chunk, integers little-endian:
//
//   0      1      2        4      8      16      24
//   +------+------+--------+------+------+-------+------+----------+---------
//   | form | bits | listed | size | base | range | list | presence | numbers
//   +------+------+--------+------+------+-------+------+----------+---------
//
// Each number takes `bits` bits, 0 to 64; the lowest bits of a byte come first, and the last byte is filled up with 0.
// docs/storage-format.md says what they mean.
#ifndef MUSTER_STORAGE_CODEC_COLUMN_FORM_H_
#define MUSTER_STORAGE_CODEC_COLUMN_FORM_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

namespace muster::storage {

/// The rows that have a number, and their numbers.
enum class ColumnForm : uint8_t {
  kAll = 0,        // every row: its offset
  kNone = 1,       // no row; nothing follows the header
  kMarked = 2,     // every row: its offset, or for null the greatest offset and one
  kPresent = 3,    // rows whose bit of `presence` is set: their offsets
  kAscending = 4,  // every row: how much greater it is than the one before, 0 for the first
};

/// Of kAscending. So the sum of a chunk's steps fits into 64 bits.
inline constexpr uint8_t kMaxStepBits = 32;

struct ColumnHeader {
  static constexpr size_t kSize = 24;
  ColumnForm form = ColumnForm::kAll;
  uint8_t bits = 0;
  uint16_t listed = 0;  // values in the list; 0: no list: a value is base + its offset
  uint32_t size = 0;    // rows
  int64_t base = 0;     // the least value
  uint64_t range = 0;   // the greatest value less the least

  bool nulls() const {
    return form == ColumnForm::kNone || form == ColumnForm::kMarked || form == ColumnForm::kPresent;
  }
  /// The greatest offset: an index into the list, if there is one.
  uint64_t top() const { return listed > 0 ? uint64_t{listed} - 1 : range; }
};

constexpr uint8_t BitsOf(uint64_t greatest) { return static_cast<uint8_t>(std::bit_width(greatest)); }

constexpr size_t PackedBytes(size_t numbers, uint8_t bits) { return (numbers * bits + 7) / 8; }

constexpr uint64_t GreatestOffset(uint8_t width) {
  if (width == 0) return 0;
  return ~uint64_t{0} >> (64 - 8 * width);
}

/// The smallest width, in bytes, of offsets in memory up to `range`; with one more offset if there are nulls.
constexpr uint8_t WidthOf(uint64_t range, bool nulls) {
  const uint64_t needed = nulls ? range + 1 : range;
  for (const uint8_t width : {0, 1, 2, 4}) {
    if (needed <= GreatestOffset(width)) return width;
  }
  return 8;
}

/// Calls f with a number of the type that offsets of that width, which is not 0, have.
template <typename F>
auto WithWidth(uint8_t width, F&& f) {
  switch (width) {
    case 1:
      return f(uint8_t{});
    case 2:
      return f(uint16_t{});
    case 4:
      return f(uint32_t{});
    default:
      return f(uint64_t{});
  }
}

/// What there is to know of values before they get a form.
struct ColumnSummary {
  explicit ColumnSummary(std::span<const int64_t> values);

  size_t present = 0;  // how many are not null
  int64_t least = 0;   // of these; 0 if there are none
  uint64_t range = 0;  // the greatest minus the least; at most 2^64 - 2, as null is not a value
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_CODEC_COLUMN_FORM_H_
