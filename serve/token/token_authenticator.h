// Passports and access tokens of trusted brokers.
#ifndef MUSTER_SERVE_TOKEN_TOKEN_AUTHENTICATOR_H_
#define MUSTER_SERVE_TOKEN_TOKEN_AUTHENTICATOR_H_

#include <functional>
#include <map>
#include <string>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "serve/config/settings.h"
#include "serve/http/client.h"
#include "serve/node/work_queue.h"
#include "serve/token/authenticator.h"
#include "serve/token/key_sets.h"

namespace muster::serve {

/// What the authenticator needs of the world outside.
struct TokenWorld {
  /// The body at a URL, with or without a bearer token; Unauthenticated where the answer is 401 or 403.
  std::function<absl::StatusOr<std::string>(const std::string& url, const std::string& bearer)> fetch;
  std::function<int64_t()> now;  ///< seconds since 1970
};

/// Thread-safe. Tokens that it has seen are answered at once; others are looked at by threads of its own, as keys and
/// visas may have to be fetched.
class TokenAuthenticator final : public Authenticator {
 public:
  TokenAuthenticator(const Settings& settings, TokenWorld world);

  void Authenticate(std::string_view header, std::function<void(absl::StatusOr<Caller>)> done) override;

  /// The same for the token itself, and waits.
  absl::StatusOr<Caller> Look(const std::string& token);

 private:
  struct Known {
    Caller caller;
    int64_t until = 0;
  };

  absl::StatusOr<Json> VisasOf(const IssuerSettings& issuer, const Json& header, const Json& claims,
                               const std::string& token);

  const Settings settings_;
  const TokenWorld world_;
  KeySets keys_;
  absl::Mutex mutex_;
  std::map<std::string, Known> known_ ABSL_GUARDED_BY(mutex_);  ///< by the hash of the token
  WorkQueue queue_;                                             // the last member: its threads end before what they use
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_TOKEN_TOKEN_AUTHENTICATOR_H_
