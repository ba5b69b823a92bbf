// Ascending numbers in about two bits each more than the least possible (P. Elias 1974, R. Fano 1971; S. Vigna,
// "Quasi-succinct indices", 2013).
//
//   +-------+-----+-------------------+--------------------------------------------
//   | count | low | count * low bits  | upper bits
//   +-------+-----+-------------------+--------------------------------------------
//
// count: varint. low: one byte, how many of the lowest bits of each number are stored as they are, one number after the
// other. What is left of number i is written as a one at the place of it plus i in the upper bits, the other places
// being zeros. The lowest bit of a byte is the first. Both parts fill their last byte with zeros.
#ifndef MUSTER_STORAGE_CODEC_ELIAS_FANO_H_
#define MUSTER_STORAGE_CODEC_ELIAS_FANO_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

namespace muster::storage {

/// Numbers are below 2^32, so that with a few bits of what precedes them they fit a word.
inline constexpr uint8_t kMaxLowBits = 32;

/// `numbers` ascend, each once.
void AppendEliasFano(std::span<const uint32_t> numbers, std::string* out);

/// The numbers of one list, from hostile bytes, which must outlive it.
class EliasFano {
 public:
  explicit EliasFano(std::string_view bytes);

  /// False if the bytes are not a list. Numbers that do not ascend are detected by ForEach.
  bool good() const { return good_; }
  uint64_t count() const { return count_; }
  /// The greatest number; 0 if the list is empty.
  uint32_t last() const { return last_; }

  /// Calls `visit` with each number until it returns false; false then, and when the bytes are not a list of ascending
  /// numbers.
  template <typename Visit>
  bool ForEach(Visit visit) const {
    if (!good_) return false;
    const uint64_t mask = (uint64_t{1} << low_bits_) - 1;
    uint64_t index = 0;
    uint64_t low_bit = 0;
    uint64_t least = 0;
    const char* at = upper_;
    // There are as many ones as numbers: the constructor has counted them.
    for (uint64_t place = 0; at < end_; place += 64, at += 8) {
      for (uint64_t word = LoadWord(at); word != 0; word &= word - 1) {
        const uint64_t high = place + static_cast<uint64_t>(std::countr_zero(word)) - index;
        const uint64_t low = (LoadWord(low_ + low_bit / 8) >> (low_bit % 8)) & mask;
        const uint64_t number = high << low_bits_ | low;
        if (number < least || !visit(static_cast<uint32_t>(number))) return false;
        least = number + 1;
        low_bit += low_bits_;
        ++index;
      }
    }
    return true;
  }

 private:
  // What is beyond the end reads as zeros.
  uint64_t LoadWord(const char* at) const {
    uint64_t word = 0;
    if (end_ - at >= static_cast<ptrdiff_t>(sizeof(word))) {
      std::memcpy(&word, at, sizeof(word));
    } else {
      std::memcpy(&word, at, static_cast<size_t>(end_ - at));
    }
    return word;
  }

  uint64_t count_ = 0;
  uint32_t last_ = 0;
  uint8_t low_bits_ = 0;
  const char* low_ = nullptr;
  const char* upper_ = nullptr;
  const char* end_ = nullptr;
  bool good_ = false;
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_CODEC_ELIAS_FANO_H_
