// Who a caller is, by the token that comes with a request.
#ifndef MUSTER_SERVE_TOKEN_AUTHENTICATOR_H_
#define MUSTER_SERVE_TOKEN_AUTHENTICATOR_H_

#include <functional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "serve/node/caller.h"

namespace muster::serve {

class Authenticator {
 public:
  virtual ~Authenticator() = default;
  /// `header`: the value of Authorization, which is not empty. Calls `done` once, immediately or later, on any thread.
  /// Unauthenticated: the token is not valid, or the header is not a token. Unavailable: it cannot be verified now.
  virtual void Authenticate(std::string_view header, std::function<void(absl::StatusOr<Caller>)> done) = 0;
};

/// If no issuer is trusted, every token is invalid.
class NoIssuers final : public Authenticator {
 public:
  void Authenticate(std::string_view, std::function<void(absl::StatusOr<Caller>)> done) override {
    done(absl::UnauthenticatedError("no issuer of tokens is configured here"));
  }
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_TOKEN_AUTHENTICATOR_H_
