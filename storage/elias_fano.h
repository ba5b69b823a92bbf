// Ascending numbers in about two bits each more than the least possible (P. Elias 1974, R. Fano 1971; S. Vigna,
// "Quasi-succinct indices", 2013).
//
//   +-------+-----+-------------------+--------------------------------------------
//   | count | low | count * low bits  | upper bits
//   +-------+-----+-------------------+--------------------------------------------
//
// count: varint. low: one byte, how many of the lowest bits of each number stand as they are, one number after the
// other. What is left of number i is written as a one at the place of it plus i in the upper bits, the other places
// being zeros. The lowest bit of a byte is the first. Both parts fill their last byte with zeros.
#ifndef MUSTER_STORAGE_ELIAS_FANO_H_
#define MUSTER_STORAGE_ELIAS_FANO_H_

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

#include "storage/varint.h"

namespace muster::storage {

/// Numbers are below 2^32, so that with a few bits of what stands before them they fit a word.
inline constexpr uint8_t kMostLowBits = 32;

/// `numbers` ascend, each once.
void AppendEliasFano(std::span<const uint32_t> numbers, std::string* out);

/// The numbers of one list, from hostile bytes.
class EliasFano {
 public:
  explicit EliasFano(std::string_view bytes) {
    const char* at = bytes.data();
    const char* const end = at + bytes.size();
    if (!ReadVarint(&at, end, &count_) || at == end) return;
    low_bits_ = static_cast<uint8_t>(*at++);
    const auto rest = static_cast<size_t>(end - at);
    // Each number has a bit of its own, so that there are no more than bits.
    if (low_bits_ > kMostLowBits || count_ > rest * 8) return;
    const size_t low_bytes = (count_ * low_bits_ + 7) / 8;
    if (low_bytes > rest) return;
    low_ = at;
    upper_ = at + low_bytes;
    end_ = end;
    good_ = true;
  }

  /// Of numbers that can be read; whether there are so many, ForEach tells.
  uint64_t count() const { return good_ ? count_ : 0; }

  /// Calls `visit` with each number until it returns false; false then, and when the bytes are not a list of ascending
  /// numbers.
  template <typename Visit>
  bool ForEach(Visit visit) const {
    if (!good_) return false;
    uint64_t index = 0;
    uint64_t least = 0;
    const char* at = upper_;
    for (uint64_t place = 0; at < end_; place += 64, at += 8) {
      for (uint64_t word = LoadWord(at); word != 0; word &= word - 1) {
        if (index == count_) return false;
        const uint64_t high = place + static_cast<uint64_t>(std::countr_zero(word)) - index;
        if (high > uint64_t{0xFFFFFFFF} >> low_bits_) return false;
        const uint64_t number = high << low_bits_ | Low(index);
        if (number < least || !visit(static_cast<uint32_t>(number))) return false;
        least = number + 1;
        ++index;
      }
    }
    return index == count_;
  }

 private:
  // What is beyond the end reads as zeros.
  uint64_t LoadWord(const char* at) const {
    uint64_t word = 0;
    std::memcpy(&word, at, std::min<size_t>(sizeof(word), static_cast<size_t>(end_ - at)));
    return word;
  }
  uint64_t Low(uint64_t index) const {
    const uint64_t bit = index * low_bits_;
    const char* const at = low_ + bit / 8;
    uint64_t word = 0;
    if (end_ - at >= 8) {
      std::memcpy(&word, at, sizeof(word));
    } else {
      word = LoadWord(at);
    }
    return (word >> (bit % 8)) & ((uint64_t{1} << low_bits_) - 1);
  }

  uint64_t count_ = 0;
  uint8_t low_bits_ = 0;
  const char* low_ = nullptr;
  const char* upper_ = nullptr;
  const char* end_ = nullptr;
  bool good_ = false;
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_ELIAS_FANO_H_
