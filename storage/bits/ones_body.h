// Private to word_loops_body.h, a part of it: counting, keeping and listing the ones of words.
#ifndef MUSTER_STORAGE_BITS_ONES_BODY_H_
#define MUSTER_STORAGE_BITS_ONES_BODY_H_

#include "storage/bits/word_body.h"
#include "storage/bits/word_loops.h"

namespace muster::storage {
namespace {  // NOLINT(google-build-namespaces): each source that includes it has its own

#if defined(MUSTER_AVX512)
// Words that are taken at a time, and their ones.
using Words = __m512i;
Words And(Words a, Words b) { return _mm512_and_si512(a, b); }

class Ones {
 public:
  void Add(Words words) { sums_ = _mm512_add_epi64(sums_, _mm512_popcnt_epi64(words)); }
  uint64_t Sum() const { return static_cast<uint64_t>(_mm512_reduce_add_epi64(sums_)); }

 private:
  Words sums_ = _mm512_setzero_si512();
};
#elif defined(__AVX2__)
using Words = __m256i;
Words And(Words a, Words b) { return _mm256_and_si256(a, b); }

// Of each half of a byte a table says how many ones it has.
class Ones {
 public:
  void Add(Words words) {
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
  Words sums_ = _mm256_setzero_si256();
};
#else
using Words = uint64_t;
Words And(Words a, Words b) { return a & b; }

class Ones {
 public:
  void Add(Words words) { sum_ += static_cast<uint64_t>(CountBits(words)); }
  uint64_t Sum() const { return sum_; }

 private:
  uint64_t sum_ = 0;
};
#endif

// NOLINTNEXTLINE(bugprone-sizeof-expression): 1 where words are taken one by one
constexpr size_t kAtATime = sizeof(Words) / sizeof(uint64_t);

uint64_t Count(const uint64_t* words, size_t size) {
  Ones ones;
  size_t w = 0;
  for (; w + kAtATime <= size; w += kAtATime) {
    Words some;
    memcpy(&some, words + w, sizeof some);
    ones.Add(some);
  }
  uint64_t count = ones.Sum();
  for (; w < size; ++w) count += static_cast<uint64_t>(CountBits(words[w]));
  return count;
}

uint64_t Keep(uint64_t* words, const uint64_t* others, size_t size) {
  Ones ones;
  size_t w = 0;
  for (; w + kAtATime <= size; w += kAtATime) {
    Words some;
    Words other;
    memcpy(&some, words + w, sizeof some);
    memcpy(&other, others + w, sizeof other);
    const Words both = And(some, other);
    memcpy(words + w, &both, sizeof both);
    ones.Add(both);
  }
  uint64_t count = ones.Sum();
  for (; w < size; ++w) count += static_cast<uint64_t>(CountBits(words[w] &= others[w]));
  return count;
}

#if defined(MUSTER_AVX512)
// Sixteen places are written for each word, however many ones it has, and the surplus is overwritten by the next
// word's: whether a word of a sparse set has a one is random, so a branch on it would be mispredicted.
void List(const uint64_t* words, size_t size, uint32_t* rows) {
  uint8_t places[64];
  for (int i = 0; i < 64; ++i) places[i] = static_cast<uint8_t>(i);
  const __m512i all = Load(places);
  for (size_t w = 0; w < size; ++w) {
    const uint64_t word = words[w];
    __m512i found = _mm512_maskz_compress_epi8(word, all);
    const __m512i first = _mm512_set1_epi32(static_cast<int32_t>(w * 64));
    const auto put = [&](uint32_t* to) {
      _mm512_storeu_si512(to, _mm512_add_epi32(first, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(found))));
    };
    const int count = CountBits(word);
    put(rows);
    for (int k = 16; k < count; k += 16) {
      found = _mm512_alignr_epi64(found, found, 2);  // the next sixteen come to the front
      put(rows + k);
    }
    rows += count;
  }
}
#else
// The places of a few ones are written, however many there are, and the surplus is overwritten by the next word's:
// whether a word of a sparse set has a one is random, so a branch on it would be mispredicted.
void List(const uint64_t* words, size_t size, uint32_t* rows) {
  for (size_t w = 0; w < size; ++w) {
    uint64_t word = words[w];
    // (63 if no bit is set.)
    const auto place = [w](uint64_t ones) {
      return static_cast<uint32_t>(w * 64) + static_cast<uint32_t>(__builtin_ctzll(ones | uint64_t{1} << 63));
    };
    uint32_t* const next = rows + CountBits(word);
    for (size_t k = 0; k < WordLoops::kMoreRows; ++k, word &= word - 1) *rows++ = place(word);
    for (; word != 0; word &= word - 1) *rows++ = place(word);
    rows = next;
  }
}
#endif

}  // namespace
}  // namespace muster::storage

#endif  // MUSTER_STORAGE_BITS_ONES_BODY_H_
