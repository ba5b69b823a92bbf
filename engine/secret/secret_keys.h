// The two secret keys of a catalogue. With them, the noise in each number can be computed.
#ifndef MUSTER_ENGINE_SECRET_SECRET_KEYS_H_
#define MUSTER_ENGINE_SECRET_SECRET_KEYS_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "engine/secret/siphash.h"

namespace muster::secret {

/// Drawn once, when a catalogue gets its first policy, and never changed: other keys would be fresh noise.
struct SecretKeys {
  SipKey record;  ///< K1: what record keys are made with
  SipKey noise;   ///< K2: what thresholds and noise are drawn with
  friend bool operator==(const SecretKeys&, const SecretKeys&) = default;
};

/// The document of the store that has them.
inline constexpr std::string_view kSecretKeysDocument = "secret keys";

/// From the operating system's source of randomness (getrandom). Unavailable where it has none.
absl::StatusOr<SecretKeys> DrawSecretKeys();

/// The value of the document: "MSK1", the four words of the keys little-endian, and their CRC-32.
std::string EncodeSecretKeys(const SecretKeys& keys);
/// DataLoss if `bytes` are not an encoded value.
absl::StatusOr<SecretKeys> DecodeSecretKeys(std::string_view bytes);

/// Those among a snapshot's documents; nothing where the catalogue never had a policy. DataLoss when they are damaged.
absl::StatusOr<std::optional<SecretKeys>> SecretKeysIn(const std::map<std::string, std::string>& documents);

}  // namespace muster::secret

#endif  // MUSTER_ENGINE_SECRET_SECRET_KEYS_H_
