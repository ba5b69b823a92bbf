// Private to storage/: what word_loops.h declares, for the processor that the including source is compiled for. No
// library code in here: the linker could take this source's copy of it for programs that run elsewhere.
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__AVX2__)
#include <immintrin.h>
#endif

#include "storage/unpack_body.h"
#include "storage/word_loops.h"

namespace muster::storage {
namespace {

int CountBits(uint64_t word) { return __builtin_popcountll(word); }

#if defined(__BMI2__)
// The bits of `word` at the places of `mask`, moved together.
uint64_t Gather(uint64_t word, uint64_t mask) { return _pext_u64(word, mask); }
// The lowest bits of `word`, moved to the places of `mask`.
uint64_t Scatter(uint64_t word, uint64_t mask) { return _pdep_u64(word, mask); }
#else
uint64_t Gather(uint64_t word, uint64_t mask) {
  uint64_t result = 0;
  for (int i = 0; mask != 0; ++i, mask &= mask - 1) {
    if ((word & mask & (0 - mask)) != 0) result |= uint64_t{1} << i;
  }
  return result;
}
uint64_t Scatter(uint64_t word, uint64_t mask) {
  uint64_t result = 0;
  for (; mask != 0 && word != 0; word >>= 1, mask &= mask - 1) {
    if ((word & 1) != 0) result |= mask & (0 - mask);
  }
  return result;
}
#endif

// Bits written one after another, a few at a time.
class Writer {
 public:
  explicit Writer(uint64_t* to) : to_(to) {}
  // The lowest `count` of `bits`; the others are 0.
  void Put(uint64_t bits, int count) {
    pending_ |= bits << used_;
    const int used = used_ + count;
    if (used >= 64) {
      *to_++ = pending_;
      pending_ = used_ == 0 ? 0 : bits >> (64 - used_);
      used_ = used - 64;
    } else {
      used_ = used;
    }
  }
  void Finish() { *to_ = pending_; }

 private:
  uint64_t* to_;
  uint64_t pending_ = 0;
  int used_ = 0;  // less than 64
};

// Reads what a Writer wrote. May look at, but does not use, one word beyond the bits asked for.
class Reader {
 public:
  explicit Reader(const uint64_t* from) : from_(from) {}
  // The next `count` bits, and any others above them.
  uint64_t Take(int count) {
    if (count == 0) return 0;
    uint64_t bits = *from_ >> used_;
    const int used = used_ + count;
    if (used > 64) bits |= from_[1] << (64 - used_);
    from_ += used / 64;
    used_ = used % 64;
    return bits;
  }

 private:
  const uint64_t* from_;
  int used_ = 0;
};

// The places of a few ones are written whether there are so many or not, and those too many are written over by the
// next word's: whether a word of a sparse set has a one is chance, which the processor cannot guess.
void List(const uint64_t* words, size_t size, uint32_t* rows) {
  for (size_t w = 0; w < size; ++w) {
    uint64_t word = words[w];
    // (63 where there is no one.)
    const auto place = [w](uint64_t ones) {
      return static_cast<uint32_t>(w * 64) + static_cast<uint32_t>(__builtin_ctzll(ones | uint64_t{1} << 63));
    };
    uint32_t* const next = rows + CountBits(word);
    for (size_t k = 0; k < WordLoops::kMoreRows; ++k, word &= word - 1) *rows++ = place(word);
    for (; word != 0; word &= word - 1) *rows++ = place(word);
    rows = next;
  }
}

#if defined(__AVX2__)
__m256i Load(const void* bytes) { return _mm256_loadu_si256(static_cast<const __m256i*>(bytes)); }

// The ones of many words, four words at a time: of each half of a byte a table says how many it has.
class Ones {
 public:
  void Add(__m256i words) {
    const __m256i halves = _mm256_set1_epi8(15);
    const __m256i table = _mm256_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3, 1, 2,
                                           2, 3, 2, 3, 3, 4);
    const __m256i low = _mm256_shuffle_epi8(table, _mm256_and_si256(words, halves));
    const __m256i high = _mm256_shuffle_epi8(table, _mm256_and_si256(_mm256_srli_epi16(words, 4), halves));
    sums_ = _mm256_add_epi64(sums_, _mm256_sad_epu8(_mm256_add_epi8(low, high), _mm256_setzero_si256()));
  }
  uint64_t Sum() const {
    uint64_t sums[4];
    memcpy(sums, &sums_, sizeof sums);
    return sums[0] + sums[1] + sums[2] + sums[3];
  }

 private:
  __m256i sums_ = _mm256_setzero_si256();
};
#endif

uint64_t Count(const uint64_t* words, size_t size) {
  uint64_t count = 0;
  size_t w = 0;
#if defined(__AVX2__)
  Ones ones;
  for (; w + 4 <= size; w += 4) ones.Add(Load(words + w));
  count = ones.Sum();
#endif
  for (; w < size; ++w) count += static_cast<uint64_t>(CountBits(words[w]));
  return count;
}

uint64_t Keep(uint64_t* words, const uint64_t* others, size_t size) {
  uint64_t count = 0;
  size_t w = 0;
#if defined(__AVX2__)
  Ones ones;
  for (; w + 4 <= size; w += 4) {
    const __m256i both = _mm256_and_si256(Load(words + w), Load(others + w));
    memcpy(words + w, &both, sizeof both);
    ones.Add(both);
  }
  count = ones.Sum();
#endif
  for (; w < size; ++w) count += static_cast<uint64_t>(CountBits(words[w] &= others[w]));
  return count;
}

// Which of 64 values at `bytes`, less `low`, are at most `range`.
template <typename T>
uint64_t FindIn64(const uint8_t* bytes, T low, T range) {
  // Bytes of 0 and 1 first, which compilers make vector code of; then eight of them become eight bits.
  T values[64];
  memcpy(values, bytes, sizeof values);
  uint8_t found[64];
  for (int i = 0; i < 64; ++i) found[i] = static_cast<T>(values[i] - low) <= range ? 1 : 0;
  uint64_t word = 0;
  for (int i = 0; i < 64; i += 8) {
    uint64_t eight;
    memcpy(&eight, found + i, sizeof eight);
    word |= (eight * 0x0102040810204080ull >> 56) << i;
  }
  return word;
}

#if defined(__AVX2__)
uint64_t TopBits(__m256i bytes) { return static_cast<uint32_t>(_mm256_movemask_epi8(bytes)); }

template <>
uint64_t FindIn64<uint8_t>(const uint8_t* bytes, uint8_t low, uint8_t range) {
  const __m256i lows = _mm256_set1_epi8(static_cast<char>(low));
  const __m256i ranges = _mm256_set1_epi8(static_cast<char>(range));
  const auto find = [&](__m256i values) {
    const __m256i offsets = _mm256_sub_epi8(values, lows);
    return _mm256_cmpeq_epi8(_mm256_min_epu8(offsets, ranges), offsets);
  };
  return TopBits(find(Load(bytes))) | TopBits(find(Load(bytes + 32))) << 32;
}

template <>
uint64_t FindIn64<uint16_t>(const uint8_t* bytes, uint16_t low, uint16_t range) {
  const __m256i lows = _mm256_set1_epi16(static_cast<int16_t>(low));
  const __m256i ranges = _mm256_set1_epi16(static_cast<int16_t>(range));
  const auto find = [&](__m256i values) {
    const __m256i offsets = _mm256_sub_epi16(values, lows);
    return _mm256_cmpeq_epi16(_mm256_min_epu16(offsets, ranges), offsets);
  };
  const auto half = [&](const uint8_t* at) {
    // Packing takes quarters of its operands in turn.
    const __m256i packed = _mm256_packs_epi16(find(Load(at)), find(Load(at + 32)));
    return TopBits(_mm256_permute4x64_epi64(packed, 0xD8));
  };
  return half(bytes) | half(bytes + 64) << 32;
}
#endif

template <typename T>
void Find(const void* values, size_t size, T low, T range, uint64_t* bits) {
  const auto* bytes = static_cast<const uint8_t*>(values);
  size_t w = 0;
  for (; w < size / 64; ++w) bits[w] = FindIn64<T>(bytes + w * 64 * sizeof(T), low, range);
  if (const size_t rest = size % 64; rest > 0) {
    uint8_t block[64 * sizeof(T)] = {};
    memcpy(block, bytes + w * 64 * sizeof(T), rest * sizeof(T));
    bits[w] = FindIn64<T>(block, low, range) & ((uint64_t{1} << rest) - 1);
  }
}

// The least number less one is the greatest, and so no lesser than another less one. Without branches: whether a number
// is the greatest so far may be chance.
Bounds BoundsOf(const int64_t* numbers, size_t size) {
  size_t count = 0;
  int64_t least = INT64_MAX;
  int64_t greatest = INT64_MIN;
  for (size_t i = 0; i < size; ++i) {
    const int64_t number = numbers[i];
    const auto less = static_cast<int64_t>(static_cast<uint64_t>(number) - 1);
    count += number != INT64_MIN ? 1 : 0;
    least = less < least ? less : least;
    greatest = number > greatest ? number : greatest;
  }
  return {count, static_cast<int64_t>(static_cast<uint64_t>(least) + 1), greatest};
}

// A sum carries: with ones at all rows but the last of each family, a one added anywhere in the family turns up at its
// last row. So one addition says for every family of a word whether any of its rows is in the set.
void Above(const NestedRows& nested, const uint64_t* rows, uint64_t* scratch, uint64_t* above) {
  Writer families(scratch);  // one bit each
  uint64_t carry = 0;
  for (size_t w = 0; w < nested.row_words; ++w) {
    const uint64_t last = nested.last[w];
    const uint64_t row = rows[w];
    const uint64_t others = ~last;
    const uint64_t half = (row & others) + others;
    const uint64_t sum = half + carry;
    carry = static_cast<uint64_t>(half < others) | static_cast<uint64_t>(sum < half);
    families.Put(Gather((sum | row) & last, last), CountBits(last));
  }
  families.Finish();
  Reader reader(scratch);
  for (size_t w = 0; w < nested.parent_words; ++w) {
    const uint64_t parents = nested.parents[w];
    above[w] = Scatter(reader.Take(CountBits(parents)), parents);
  }
}

// Of a family from row f to row l, 2^(l + 1) - 2^f has exactly its rows set; one subtraction makes all families.
void Below(const NestedRows& nested, const uint64_t* rows, uint64_t* scratch, uint64_t* below) {
  Writer families(scratch);
  for (size_t w = 0; w < nested.parent_words; ++w) {
    const uint64_t parents = nested.parents[w];
    families.Put(Gather(rows[w], parents), CountBits(parents));
  }
  families.Finish();
  Reader ending(scratch);
  Reader beginning(scratch);
  uint64_t first_bit = 1;  // whether the lowest row of the word is the first of a family
  uint64_t high_bit = 0;   // the highest chosen last row of the word before
  uint64_t borrow = 0;
  for (size_t w = 0; w < nested.row_words; ++w) {
    const uint64_t last = nested.last[w];
    const uint64_t first = last << 1 | first_bit;
    first_bit = last >> 63;
    const uint64_t ends = Scatter(ending.Take(CountBits(last)), last);
    const uint64_t begins = Scatter(beginning.Take(CountBits(first)), first);
    const uint64_t beyond = ends << 1 | high_bit;
    high_bit = ends >> 63;
    const uint64_t difference = beyond - begins;
    below[w] = difference - borrow;
    borrow = static_cast<uint64_t>(beyond < begins) | static_cast<uint64_t>(difference < borrow);
  }
}

constexpr WordLoops kLoops = {
    Count,
    Keep,
    List,
    Find<uint8_t>,
    Find<uint16_t>,
    Find<uint32_t>,
    Find<uint64_t>,
    BoundsOf,
    Unpack<uint8_t>,
    Unpack<uint16_t>,
    Unpack<uint32_t>,
    Unpack<uint64_t>,
    Spread<uint8_t>,
    Spread<uint16_t>,
    Spread<uint32_t>,
    Spread<uint64_t>,
    Above,
    Below,
};

}  // namespace
}  // namespace muster::storage
