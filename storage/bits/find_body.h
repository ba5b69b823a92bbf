// Private to word_loops_body.h, a part of it: numbers of whole bytes within bounds, and the bounds of numbers.
#ifndef MUSTER_STORAGE_BITS_FIND_BODY_H_
#define MUSTER_STORAGE_BITS_FIND_BODY_H_

#include "storage/bits/word_body.h"
#include "storage/bits/word_loops.h"

namespace muster::storage {
namespace {  // NOLINT(google-build-namespaces): each source that includes it has its own

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

#if defined(MUSTER_AVX512)
template <>
uint64_t FindIn64<uint8_t>(const uint8_t* bytes, uint8_t low, uint8_t range) {
  const __m512i offsets = _mm512_sub_epi8(Load(bytes), _mm512_set1_epi8(static_cast<char>(low)));
  return _mm512_cmple_epu8_mask(offsets, _mm512_set1_epi8(static_cast<char>(range)));
}

template <>
uint64_t FindIn64<uint16_t>(const uint8_t* bytes, uint16_t low, uint16_t range) {
  const __m512i lows = _mm512_set1_epi16(static_cast<int16_t>(low));
  const __m512i ranges = _mm512_set1_epi16(static_cast<int16_t>(range));
  const auto half = [&](const uint8_t* at) -> uint64_t {
    return _mm512_cmple_epu16_mask(_mm512_sub_epi16(Load(at), lows), ranges);
  };
  return half(bytes) | half(bytes + 64) << 32;
}

template <>
uint64_t FindIn64<uint32_t>(const uint8_t* bytes, uint32_t low, uint32_t range) {
  const __m512i lows = _mm512_set1_epi32(static_cast<int32_t>(low));
  const __m512i ranges = _mm512_set1_epi32(static_cast<int32_t>(range));
  const auto quarter = [&](int q) -> uint64_t {
    return _mm512_cmple_epu32_mask(_mm512_sub_epi32(Load(bytes + 64 * q), lows), ranges);
  };
  return quarter(0) | quarter(1) << 16 | quarter(2) << 32 | quarter(3) << 48;
}
#elif defined(__AVX2__)
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

}  // namespace
}  // namespace muster::storage

#endif  // MUSTER_STORAGE_BITS_FIND_BODY_H_
