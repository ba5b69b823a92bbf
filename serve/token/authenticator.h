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
  /// `header`: the value of Authorization, which is not empty. Unauthenticated: the token is not valid, or is none.
  /// Unavailable: it cannot be looked at now. `done` is called once, at once or later, on any thread.
  virtual void Authenticate(std::string_view header, std::function<void(absl::StatusOr<Caller>)> done) = 0;
};

/// Where nobody's signature counts, every token is a bad one.
class NoIssuers final : public Authenticator {
 public:
  void Authenticate(std::string_view, std::function<void(absl::StatusOr<Caller>)> done) override {
    done(absl::UnauthenticatedError("no issuer of tokens is configured here"));
  }
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_TOKEN_AUTHENTICATOR_H_
