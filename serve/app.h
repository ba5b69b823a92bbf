// The service: routes each request to its part.
#ifndef MUSTER_SERVE_APP_H_
#define MUSTER_SERVE_APP_H_

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "serve/config/settings.h"
#include "serve/http/server.h"
#include "serve/http/url.h"
#include "serve/metrics/metrics.h"
#include "serve/node/address_names.h"
#include "serve/node/backend.h"
#include "serve/node/caller.h"
#include "serve/node/rate_limit.h"
#include "serve/node/work_queue.h"
#include "serve/refusal.h"
#include "serve/token/authenticator.h"

namespace muster::serve {

/// A line of the log.
using LogLine = std::function<void(const std::string& line)>;

/// Thread-safe.
class App final : public HttpHandler {
 public:
  App(const Settings& settings, Backend* backend, Authenticator* authenticator, WorkQueue* queue, Metrics* metrics,
      LogLine log);

  void Handle(std::shared_ptr<const HttpRequest> request, HttpReply reply) override;
  HttpResponse Refuse(int status, std::string_view target) override;
  size_t MaxBody(std::string_view target) const override { return MaxBodyOf(target); }
  static size_t MaxBodyOf(std::string_view target);

  /// From now on all but /health/live is answered 503, with Retry-After; what came before is answered.
  void SetDraining() { draining_ = true; }

 private:
  struct Exchange;

  // What becomes of a request, in this order: each finishes it, or calls the next.
  void Route(const std::shared_ptr<Exchange>& exchange);
  void Authenticate(const std::shared_ptr<Exchange>& exchange);
  void Ask(const std::shared_ptr<Exchange>& exchange, Caller caller);
  void Finish(const std::shared_ptr<Exchange>& exchange, HttpResponse response);

  /// What is said at /health; nullopt: another path.
  std::optional<HttpResponse> Health(const Target& target) const;
  void Page(const std::shared_ptr<Exchange>& exchange);
  void Decline(const std::shared_ptr<Exchange>& exchange, const Refusal& refusal);
  HttpResponse ErrorFor(const Exchange& exchange, int status, std::string_view message, int64_t wait = 0) const;

  const Settings settings_;
  Backend* const backend_;
  Authenticator* const authenticator_;
  WorkQueue* const queue_;
  Metrics* const metrics_;
  const LogLine log_;
  RateLimit rate_;            ///< of questions
  RateLimit documents_rate_;  ///< of documents about the service
  const AddressNames names_;
  std::string instance_;  ///< random, for the ids of requests
  std::atomic<uint64_t> number_{0};
  std::atomic<bool> draining_{false};
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_APP_H_
