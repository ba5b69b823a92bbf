// A set of row numbers as one bit for each row: for sets that hold many of them, where going through words is faster
// than going through rows.
#ifndef MUSTER_STORAGE_BITS_BITS_H_
#define MUSTER_STORAGE_BITS_BITS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace muster::storage {

/// Bit b of word w is row w * 64 + b. Bits beyond size() are 0. Operands of one operation have the same size.
class Bits {
 public:
  explicit Bits(uint32_t size = 0) : size_(size), words_((size_t{size} + 63) / 64) {}

  uint32_t size() const { return size_; }
  /// Whoever writes words leaves the bits beyond size() alone.
  std::span<uint64_t> words() { return words_; }
  std::span<const uint64_t> words() const { return words_; }

  bool operator[](uint32_t row) const { return (words_[row / 64] >> (row % 64) & 1) != 0; }
  void Set(uint32_t row) { words_[row / 64] |= uint64_t{1} << (row % 64); }
  uint64_t Count() const;
  /// Bytes of 0 and 1 become the bits of as many rows from `row` on, which is a multiple of 64. Those of the last word
  /// beyond them become 0.
  void Assign(uint32_t row, std::span<const uint8_t> bytes);
  /// The rows, ascending, behind those in `rows`.
  void AppendRows(std::vector<uint32_t>* rows) const { AppendRows(Count(), rows); }
  /// The same, if the number of set bits is already known.
  void AppendRows(uint64_t count, std::vector<uint32_t>* rows) const;

  Bits& operator&=(const Bits& other);
  /// The same, when it is of use to know how many rows are left.
  uint64_t Keep(const Bits& others);
  /// Words [begin, begin + size) become the bits that at least `least` of `sets` have, which have as many words each;
  /// `least` is from 1 to their number. Returns how many rows that are.
  uint64_t AssignAtLeast(size_t begin, size_t size, std::span<const uint64_t* const> sets, size_t least);
  Bits& operator|=(const Bits& other);
  Bits& operator-=(const Bits& other);
  /// The rows that are not in this.
  void Flip();

  /// The parents of `rows`. Rows with the same parent are adjacent; each bit of `last` is the last row of a parent, and
  /// the parents are the bits of `parents`, in the same order.
  static Bits Above(const Bits& rows, const Bits& last, const Bits& parents);
  /// The child rows of the parents `rows`, in the same representation; bits of `rows` that are not in `parents` do not
  /// count.
  static Bits Below(const Bits& rows, const Bits& last, const Bits& parents);

  size_t SizeInBytes() const { return sizeof(*this) + words_.capacity() * sizeof(uint64_t); }
  friend bool operator==(const Bits&, const Bits&) = default;

 private:
  uint32_t size_;
  std::vector<uint64_t> words_;
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_BITS_BITS_H_
