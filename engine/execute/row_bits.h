// Many rows of one entity as plain bits: set and asked in any order.
#ifndef MUSTER_ENGINE_EXECUTE_ROW_BITS_H_
#define MUSTER_ENGINE_EXECUTE_ROW_BITS_H_

#include <cstdint>
#include <vector>

#include "storage/bitmap.h"

namespace muster::execute {

/// A bit for each row of an entity. Takes rows / 8 bytes however few are set: for sets that are not small.
class RowBits {
 public:
  /// Whether `some` of `rows` rows are many enough for bits to be the faster form.
  static bool Pays(uint64_t some, uint32_t rows) { return some * 64 >= rows; }

  /// None of `rows` rows.
  explicit RowBits(uint32_t rows) : words_(rows / 64 + 1) {}
  /// Those in `bitmap`, all of which are below `rows`.
  RowBits(const storage::Bitmap& bitmap, uint32_t rows) : RowBits(rows) { bitmap.ToBits(words_); }

  void Set(uint32_t row) { words_[row / 64] |= uint64_t{1} << (row % 64); }
  void SetRange(uint32_t begin, uint32_t end) {
    for (; begin < end && begin % 64 != 0; ++begin) Set(begin);
    for (; begin + 64 <= end; begin += 64) words_[begin / 64] = ~uint64_t{0};
    for (; begin < end; ++begin) Set(begin);
  }
  bool Has(uint32_t row) const { return (words_[row / 64] >> (row % 64) & 1) != 0; }
  /// Whether any of [begin, end) is set.
  bool HasAny(uint32_t begin, uint32_t end) const {
    if (begin >= end) return false;
    const uint32_t last = (end - 1) / 64;
    uint64_t word = words_[begin / 64] & (~uint64_t{0} << (begin % 64));
    for (uint32_t w = begin / 64; w < last; word = words_[++w]) {
      if (word != 0) return true;
    }
    return (word & (~uint64_t{0} >> (63 - (end - 1) % 64))) != 0;
  }
  storage::Bitmap ToBitmap() const { return storage::Bitmap::FromBits(words_); }

 private:
  std::vector<uint64_t> words_;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_ROW_BITS_H_
