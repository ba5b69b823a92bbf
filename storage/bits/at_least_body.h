// Private to word_loops_body.h, a part of it: the bits that enough of many sets have.
#ifndef MUSTER_STORAGE_BITS_AT_LEAST_BODY_H_
#define MUSTER_STORAGE_BITS_AT_LEAST_BODY_H_

#include "storage/bits/ones_body.h"
#include "storage/bits/word_body.h"

namespace muster::storage {
namespace {  // NOLINT(google-build-namespaces): each source that includes it has its own

// Bit-sliced counters: for each bit, the number of sets that have it; word d holds the binary digit d of all 64
// numbers, and adding a set carries from one word to the next. `digits` of the kDigits words are used.
template <int kDigits, typename T>
T AtLeastHere(const uint64_t* const* sets, size_t count, size_t least, size_t place, int digits) {
  T number[kDigits] = {};
  for (size_t s = 0; s < count; ++s) {
    T carry;
    memcpy(&carry, sets[s] + place, sizeof carry);
    for (int d = 0; d < digits; ++d) {
      const T digit = number[d];
      number[d] = digit ^ carry;
      carry = digit & carry;
    }
  }
  T greater = {};
  T equal = ~greater;
  for (int d = digits; d-- > 0;) {
    if ((least >> d & 1) == 0) {
      greater |= equal & number[d];
      equal &= ~number[d];
    } else {
      equal &= number[d];
    }
  }
  return greater | equal;
}

template <int kDigits>
uint64_t AtLeastWith(const uint64_t* const* sets, size_t count, size_t least, size_t size, int digits,
                     uint64_t* found) {
  Ones ones;
  size_t place = 0;
  for (; place + kAtATime <= size; place += kAtATime) {
    const Words here = AtLeastHere<kDigits, Words>(sets, count, least, place, digits);
    memcpy(found + place, &here, sizeof here);
    ones.Add(here);
  }
  uint64_t result = ones.Sum();
  for (; place < size; ++place) {
    found[place] = AtLeastHere<kDigits, uint64_t>(sets, count, least, place, digits);
    result += static_cast<uint64_t>(CountBits(found[place]));
  }
  return result;
}

uint64_t AtLeast(const uint64_t* const* sets, size_t count, size_t least, size_t size, uint64_t* found) {
  // Few digits stay in registers.
  const int digits = 64 - __builtin_clzll(count);
  if (digits <= 2) return AtLeastWith<2>(sets, count, least, size, 2, found);
  if (digits == 3) return AtLeastWith<3>(sets, count, least, size, 3, found);
  if (digits == 4) return AtLeastWith<4>(sets, count, least, size, 4, found);
  return AtLeastWith<64>(sets, count, least, size, digits, found);
}

}  // namespace
}  // namespace muster::storage

#endif  // MUSTER_STORAGE_BITS_AT_LEAST_BODY_H_
