// The second listener, for Prometheus.
#ifndef MUSTER_SERVE_METRICS_HANDLER_H_
#define MUSTER_SERVE_METRICS_HANDLER_H_

#include <functional>
#include <memory>
#include <string_view>
#include <utility>

#include "serve/http/message.h"
#include "serve/http/respond.h"
#include "serve/http/server.h"
#include "serve/metrics/metrics.h"

namespace muster::serve {

/// Answers /metrics, and nothing else. Thread-safe.
class MetricsHandler final : public HttpHandler {
 public:
  MetricsHandler(const Metrics* metrics, std::function<Metrics::Now()> now) : metrics_(metrics), now_(std::move(now)) {}
  void Handle(std::shared_ptr<const HttpRequest> request, HttpReply reply) override {
    if (request->target != "/metrics" || request->method != "GET") return reply(ProblemResponse(404, "only /metrics"));
    reply({200, {{"Content-Type", "text/plain; version=0.0.4"}}, metrics_->Text(now_())});
  }
  HttpResponse Refuse(int status, std::string_view) override { return ProblemResponse(status, ReasonOf(status)); }
  size_t MaxBody(std::string_view) const override { return 0; }

 private:
  const Metrics* const metrics_;
  const std::function<Metrics::Now()> now_;
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_METRICS_HANDLER_H_
