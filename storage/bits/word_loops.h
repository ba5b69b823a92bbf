// Private to storage/: loops over words of bits, compiled for any processor, for those with AVX2 and BMI2,
// and for those with AVX-512.
#ifndef MUSTER_STORAGE_BITS_WORD_LOOPS_H_
#define MUSTER_STORAGE_BITS_WORD_LOOPS_H_

#include <cstddef>
#include <cstdint>
#include <span>

namespace muster::storage {

/// Child rows and their parents as bits. Rows with the same parent are adjacent: each set bit of `last` is the last row
/// of a parent; the parents are the set bits of `parents`, in the same order.
struct NestedRows {
  const uint64_t* last;
  size_t row_words;
  const uint64_t* parents;
  size_t parent_words;
};

/// Of numbers, all but the least there is.
struct Bounds {
  size_t count;  // how many there are; if 0, the other members have no meaning
  int64_t least;
  int64_t greatest;
};

struct WordLoops {
  /// How many bits are set.
  uint64_t (*count)(const uint64_t* words, size_t size);
  /// words: those bits that `others` has as well. Returns how many are left.
  uint64_t (*keep)(uint64_t* words, const uint64_t* others, size_t size);
  /// rows: the places of the bits that are set, ascending; there is room for kMoreRows more than there are.
  void (*list)(const uint64_t* words, size_t size, uint32_t* rows);
  static constexpr size_t kMoreRows = 16;
  /// found: the bits that at least `least` of `count` sets have, which is from 1 to `count`. Returns how many.
  uint64_t (*at_least)(const uint64_t* const* sets, size_t count, size_t least, size_t size, uint64_t* found);
  /// bits: which of `size` values less `low` are at most `range`, as unsigned numbers. The last word's bits beyond
  /// `size` are 0.
  void (*find8)(const void* values, size_t size, uint8_t low, uint8_t range, uint64_t* bits);
  void (*find16)(const void* values, size_t size, uint16_t low, uint16_t range, uint64_t* bits);
  void (*find32)(const void* values, size_t size, uint32_t low, uint32_t range, uint64_t* bits);
  void (*find64)(const void* values, size_t size, uint64_t low, uint64_t range, uint64_t* bits);
  Bounds (*bounds)(const int64_t* numbers, size_t size);
  /// numbers: `size` numbers of `bits` bits each, stored in `packed` one after another, the lowest bit first,
  /// and whose type has at least as many. Reads no more than these numbers take.
  void (*unpack8)(const uint8_t* packed, int bits, size_t size, void* numbers);
  void (*unpack16)(const uint8_t* packed, int bits, size_t size, void* numbers);
  void (*unpack32)(const uint8_t* packed, int bits, size_t size, void* numbers);
  void (*unpack64)(const uint8_t* packed, int bits, size_t size, void* numbers);
  /// spread: the numbers in order, at the places where bits of `present` are set, and the greatest number of the type
  /// at the others, for each bit of `size` words. Eight bytes behind the numbers are read, but not used.
  void (*spread8)(const uint64_t* present, size_t size, const void* numbers, void* spread);
  void (*spread16)(const uint64_t* present, size_t size, const void* numbers, void* spread);
  void (*spread32)(const uint64_t* present, size_t size, const void* numbers, void* spread);
  void (*spread64)(const uint64_t* present, size_t size, const void* numbers, void* spread);
  /// above: the rows above those of `rows`. `scratch` has parent_words + 2 words.
  void (*above)(const NestedRows& nested, const uint64_t* rows, uint64_t* scratch, uint64_t* above);
  /// below: the rows below those of `rows`. `scratch` has parent_words + 2 words.
  void (*below)(const NestedRows& nested, const uint64_t* rows, uint64_t* scratch, uint64_t* below);
};

/// The fastest that this processor can run.
const WordLoops& Loops();
/// All that this processor can run; the first are those that any can.
std::span<const WordLoops* const> AllLoops();

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_BITS_WORD_LOOPS_H_
