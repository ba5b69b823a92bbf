// JSON Web Tokens taken apart; nothing in one is true before its signature has been verified.
#ifndef MUSTER_SERVE_TOKEN_JWT_H_
#define MUSTER_SERVE_TOKEN_JWT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "serve/json/json.h"

namespace muster::serve {

struct Jwt {
  std::string text;
  Json header;
  Json claims;
  std::string alg;  ///< "RS256" or "ES256"
  std::string kid;
};

/// Unauthenticated, with a reason that repeats nothing of it: not three parts of strict base64url, not JSON objects,
/// another algorithm, no key id, extensions that have to be understood (`crit`).
absl::StatusOr<Jwt> ParseJwt(std::string_view text);

/// Whether `claims` hold at `now` (seconds since 1970), 60 seconds either way: `exp`, which has to be there, `iat`,
/// `nbf`.
absl::Status CheckTimes(const Json& claims, int64_t now);

/// `exp` in seconds since 1970; 0: none that is a number.
int64_t ExpiryOf(const Json& claims);

/// nullopt: a character that base64url does not have, padding, or bits that are left over.
std::optional<std::string> DecodeBase64Url(std::string_view text);

/// Whether the signature of `jwt` is by the key, a JWK, and the key is one for its algorithm: RSA of 2048 bits or more
/// for RS256, P-256 for ES256.
bool HasSignatureOf(const Jwt& jwt, const Json& key);

/// SHA-256, 32 bytes.
std::string Sha256(std::string_view text);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_TOKEN_JWT_H_
