// Private to word_loops_body.h, a part of it: from numbers of a few bits to numbers of whole bytes.
#ifndef MUSTER_STORAGE_BITS_UNPACK_BODY_H_
#define MUSTER_STORAGE_BITS_UNPACK_BODY_H_

#include "storage/bits/word_body.h"

namespace muster::storage {
namespace {  // NOLINT(google-build-namespaces): each source that includes it has its own

// Eight numbers of n bits each take n bytes. What makes them looks at kMore bytes behind these.
constexpr size_t kMore = 16;

template <typename T>
void UnpackEight(const uint8_t* packed, int bits, T* numbers) {
  const uint64_t mask = ~uint64_t{0} >> (64 - bits);
  for (int i = 0; i < 8; ++i) {
    const int bit = i * bits;
    uint64_t number;
    memcpy(&number, packed + bit / 8, sizeof number);
    number >>= bit % 8;
    if (bits > 57 && bit % 8 != 0) number |= uint64_t{packed[bit / 8 + 8]} << (64 - bit % 8);
    numbers[i] = static_cast<T>(number & mask);
  }
}

// `eight` makes eight numbers.
template <typename T, typename Eight>
void UnpackAll(const uint8_t* packed, int bits, size_t size, T* numbers, Eight eight) {
  const auto step = static_cast<size_t>(bits);
  size_t bytes = (size * step + 7) / 8;
  while (bytes >= step + kMore) {
    eight(packed, numbers);
    packed += step;
    bytes -= step;
    numbers += 8;
    size -= 8;
  }
  // The rest is at the end of what may be read.
  uint8_t rest[64 + kMore + 64 + kMore] = {};
  memcpy(rest, packed, bytes);
  for (packed = rest; size > 0; packed += step) {
    T last[8];
    eight(packed, last);
    const size_t some = size < 8 ? size : 8;
    memcpy(numbers, last, some * sizeof(T));
    numbers += some;
    size -= some;
  }
}

#if defined(__AVX2__)
// Numbers of up to 25 bits: each is within four bytes, which are moved to a place of their own, where it is shifted.
class NarrowUnpacker {
 public:
  static constexpr int kMaxBits = 25;

  explicit NarrowUnpacker(int bits) : half_(bits / 2), mask_(_mm256_set1_epi32((1 << bits) - 1)) {
    uint8_t from[32];
    uint32_t shifts[8];
    for (int i = 0; i < 8; ++i) {
      // The last four numbers are looked for from the byte in which the first of them begins.
      const int bit = i < 4 ? i * bits : i * bits - half_ * 8;
      for (int b = 0; b < 4; ++b) from[4 * i + b] = static_cast<uint8_t>(bit / 8 + b);
      shifts[i] = static_cast<uint32_t>(bit % 8);
    }
    memcpy(&from_, from, sizeof from);
    memcpy(&shifts_, shifts, sizeof shifts);
  }
  template <typename T>
  void operator()(const uint8_t* packed, T* numbers) const {
    const __m256i bytes = _mm256_inserti128_si256(_mm256_castsi128_si256(Sixteen(packed)), Sixteen(packed + half_), 1);
    const __m256i eight = _mm256_and_si256(_mm256_srlv_epi32(_mm256_shuffle_epi8(bytes, from_), shifts_), mask_);
    if constexpr (sizeof(T) == 8) {
      memcpy(numbers, &static_cast<const __m256i&>(_mm256_cvtepu32_epi64(_mm256_castsi256_si128(eight))), 32);
      memcpy(numbers + 4, &static_cast<const __m256i&>(_mm256_cvtepu32_epi64(_mm256_extracti128_si256(eight, 1))), 32);
    } else if constexpr (sizeof(T) == 4) {
      memcpy(numbers, &eight, sizeof eight);
    } else {
      const __m128i narrow = _mm_packus_epi32(_mm256_castsi256_si128(eight), _mm256_extracti128_si256(eight, 1));
      if constexpr (sizeof(T) == 2) {
        memcpy(numbers, &narrow, sizeof narrow);
      } else {
        const int64_t narrower = _mm_cvtsi128_si64(_mm_packus_epi16(narrow, narrow));
        memcpy(numbers, &narrower, sizeof narrower);
      }
    }
  }

 private:
  static __m128i Sixteen(const uint8_t* bytes) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes)); }

  const int half_;
  const __m256i mask_;
  __m256i from_;
  __m256i shifts_;
};
#endif

template <typename T>
void Unpack(const uint8_t* packed, int bits, size_t size, void* numbers) {
  T* const to = static_cast<T*>(numbers);
  if (bits == 0) {
    memset(to, 0, size * sizeof(T));
    return;
  }
#if defined(__AVX2__)
  if (bits <= NarrowUnpacker::kMaxBits) return UnpackAll(packed, bits, size, to, NarrowUnpacker(bits));
#endif
  UnpackAll(packed, bits, size, to, [bits](const uint8_t* from, T* eight) { UnpackEight(from, bits, eight); });
}

template <typename T>
void Spread(const uint64_t* present, size_t size, const void* numbers, void* spread) {
  const auto* from = static_cast<const uint8_t*>(numbers);
  auto* to = static_cast<uint8_t*>(spread);
#if defined(__BMI2__)
  if constexpr (sizeof(T) <= 2) {
    // As many rows at a time as a word has numbers.
    constexpr int kLanes = 8 / sizeof(T);
    constexpr uint64_t kGreatest = static_cast<T>(~T{0});
    constexpr uint64_t kOnes = ~uint64_t{0} / kGreatest;
    for (size_t w = 0; w < size; ++w) {
      for (int r = 0; r < 64; r += kLanes) {
        const uint64_t some = present[w] >> r & ((1 << kLanes) - 1);
        const uint64_t lanes = _pdep_u64(some, kOnes) * kGreatest;
        uint64_t next;
        memcpy(&next, from, sizeof next);
        const uint64_t word = _pdep_u64(next, lanes) | ~lanes;
        memcpy(to, &word, sizeof word);
        to += sizeof word;
        from += static_cast<size_t>(__builtin_popcountll(some)) * sizeof(T);
      }
    }
    return;
  }
#endif
  memset(to, 0xFF, size * 64 * sizeof(T));
  for (size_t w = 0; w < size; ++w, to += 64 * sizeof(T)) {
    for (uint64_t word = present[w]; word != 0; word &= word - 1, from += sizeof(T)) {
      memcpy(to + static_cast<size_t>(__builtin_ctzll(word)) * sizeof(T), from, sizeof(T));
    }
  }
}

}  // namespace
}  // namespace muster::storage

#endif  // MUSTER_STORAGE_BITS_UNPACK_BODY_H_
