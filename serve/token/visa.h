// GA4GH visas: what somebody trusted says of a person, and what follows for him here.
#ifndef MUSTER_SERVE_TOKEN_VISA_H_
#define MUSTER_SERVE_TOKEN_VISA_H_

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "serve/config/settings.h"
#include "serve/json/json.h"
#include "serve/node/caller.h"

namespace muster::serve {

/// One that has been verified.
struct Visa {
  std::string type, value, source, by;
  std::string sub, iss;
  int64_t expires = 0;
  bool links = false;  ///< its source may link identities
  Json conditions;     ///< null: none
};

/// The key with id `kid` of the set at `url`, a JWK.
using KeyFinder = std::function<absl::StatusOr<Json>(const std::string& url, const std::string& kid)>;

/// Verifies the signature, issuer, times and source. Unauthenticated: it counts for nothing. Unavailable: it cannot be
/// looked at now.
absl::StatusOr<Visa> VerifyVisa(const Json& text, const Settings& settings, const KeyFinder& find_key, int64_t now);

/// Sets `caller.tier` and `caller.grants` by the visas of one person. Only visas of `sub`, or of identities that a
/// trusted visa links with it, count, and only if their conditions are satisfied. `expires` is lowered to the earliest
/// expiry of the visas that were used.
void ApplyVisas(const std::vector<Visa>& visas, const std::string& sub, const Settings& settings, Caller& caller,
                int64_t& expires);

/// Whether `text` matches `pattern`, in which '*' is any text and '?' any character.
bool MatchesPattern(std::string_view pattern, std::string_view text);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_TOKEN_VISA_H_
