// Passports and access tokens of trusted brokers.
#ifndef MUSTER_SERVE_TOKEN_TOKEN_AUTHENTICATOR_H_
#define MUSTER_SERVE_TOKEN_TOKEN_AUTHENTICATOR_H_

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "serve/config/settings.h"
#include "serve/node/work_queue.h"
#include "serve/token/authenticator.h"
#include "serve/token/key_sets.h"

namespace muster::serve {

/// What the authenticator needs of the world outside.
struct TokenWorld {
  /// Fetches the body at a URL, with or without a bearer token, and calls `done` once, on any thread; Unauthenticated
  /// where the answer is 401 or 403.
  std::function<void(const std::string& url, const std::string& bearer,
                     std::function<void(absl::StatusOr<std::string>)> done)>
      fetch;
  std::function<int64_t()> now;                              ///< seconds since 1970
  std::function<void(const std::string& url)> keys_renewed;  ///< told of sets that were fetched, on any thread; or null
};

/// Thread-safe. Known tokens are answered immediately; others are verified by threads of its own. If keys or visas have
/// to be fetched, the token is put aside and verified again afterwards: no thread waits for an issuer.
class TokenAuthenticator final : public Authenticator {
 public:
  TokenAuthenticator(const Settings& settings, TokenWorld world);
  ~TokenAuthenticator() override;

  void Authenticate(std::string_view header, std::function<void(absl::StatusOr<Caller>)> done) override;

 private:
  struct Known {
    Caller caller;
    int64_t until = 0;
  };
  /// A token that is being verified, for all callers that have sent it meanwhile.
  struct Pending {
    std::string token;
    std::string hash;
    size_t looks = 0;
    std::optional<absl::StatusOr<std::string>> userinfo;               ///< once it has come
    std::vector<std::function<void(absl::StatusOr<Caller>)>> callers;  // under the authenticator's mutex
  };
  using PendingPtr = std::shared_ptr<Pending>;
  /// What a token needs before it can be decided.
  struct Missing {
    std::string keys;      ///< URL of a set
    std::string userinfo;  ///< URL
  };

  void Queue(const PendingPtr& pending);
  void Look(const PendingPtr& pending);
  void FetchUserInfo(const PendingPtr& pending, const std::string& url);
  void Finish(const PendingPtr& pending, absl::StatusOr<Known> result);
  /// The result for the token. If something has to be fetched first, the result has no meaning.
  absl::StatusOr<Known> Decide(const Pending& pending, Missing& missing);
  absl::StatusOr<Json> VisasOf(const IssuerSettings& issuer, const Json& header, const Json& claims,
                               const Pending& pending, Missing& missing) const;
  absl::StatusOr<Json> FindKey(const std::string& url, const std::string& kid, Missing& missing);

  const Settings settings_;
  absl::Mutex mutex_;
  std::map<std::string, Known> known_ ABSL_GUARDED_BY(mutex_);         ///< by the hash of the token
  std::map<std::string, PendingPtr> pending_ ABSL_GUARDED_BY(mutex_);  ///< by the hash of the token
  size_t callers_ ABSL_GUARDED_BY(mutex_) = 0;                         ///< of all that is pending
  std::map<std::string, size_t> fetching_ ABSL_GUARDED_BY(mutex_);     ///< by the URL of UserInfo: how many now
  WorkQueue queue_;
  KeySets keys_;
  TokenWorld world_;  // the last member: its fetches end before the members that they call back are destroyed
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_TOKEN_TOKEN_AUTHENTICATOR_H_
