// SHA-256, for the chain of the ledger's entries.
#ifndef MUSTER_ENGINE_RELEASE_LEDGER_SHA256_H_
#define MUSTER_ENGINE_RELEASE_LEDGER_SHA256_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace muster::release {

using Digest = std::array<uint8_t, 32>;

/// Never fails.
Digest Sha256(std::string_view bytes);

/// 64 lower-case hexadecimal digits.
std::string ToHex(const Digest& digest);

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_LEDGER_SHA256_H_
