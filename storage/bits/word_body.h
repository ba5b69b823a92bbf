// Private to word_loops_body.h, a part of it: one word, and as many as a processor takes at a time.
#ifndef MUSTER_STORAGE_BITS_WORD_BODY_H_
#define MUSTER_STORAGE_BITS_WORD_BODY_H_

#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__AVX2__) || defined(__BMI2__)
#include <immintrin.h>
#endif

// With the instructions of AVX-512 that its first processors did not have.
#if defined(__AVX512F__) && defined(__AVX512BW__) && defined(__AVX512VBMI2__) && defined(__AVX512VPOPCNTDQ__)
#define MUSTER_AVX512 1
#endif

namespace muster::storage {
namespace {  // NOLINT(google-build-namespaces): each source that includes it has its own

int CountBits(uint64_t word) { return __builtin_popcountll(word); }

#if defined(MUSTER_AVX512)
__m512i Load(const void* bytes) { return _mm512_loadu_si512(bytes); }
#elif defined(__AVX2__)
__m256i Load(const void* bytes) { return _mm256_loadu_si256(static_cast<const __m256i*>(bytes)); }
#endif

}  // namespace
}  // namespace muster::storage

#endif  // MUSTER_STORAGE_BITS_WORD_BODY_H_
