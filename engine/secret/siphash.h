// SipHash-2-4 (J.-P. Aumasson, D. J. Bernstein, 2012): a keyed hash of 64 bits. Who does not know the key can neither
// predict its values nor find inputs that have equal ones.
#ifndef MUSTER_ENGINE_SECRET_SIPHASH_H_
#define MUSTER_ENGINE_SECRET_SIPHASH_H_

#include <cstdint>
#include <string_view>

namespace muster::secret {

/// A key of 128 bits: the two words of the reference, each little-endian in its bytes 0 to 7 and 8 to 15.
struct SipKey {
  uint64_t k0 = 0;
  uint64_t k1 = 0;
  friend bool operator==(const SipKey&, const SipKey&) = default;
};

/// Of any bytes. Frozen: what is stored and remembered depends on it.
uint64_t SipHash24(const SipKey& key, std::string_view bytes);

}  // namespace muster::secret

#endif  // MUSTER_ENGINE_SECRET_SIPHASH_H_
