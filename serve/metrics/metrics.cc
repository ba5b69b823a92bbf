#include "serve/metrics/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace muster::serve {
namespace {

const prometheus::Histogram::BucketBoundaries kSeconds = {0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1,
                                                          0.2,   0.5,   1,     2,    5,    10};

}  // namespace

class Metrics::Impl {
 public:
  prometheus::Registry registry;
  prometheus::Family<prometheus::Counter>& requests =
      prometheus::BuildCounter().Name("muster_requests_total").Help("Requests answered").Register(registry);
  prometheus::Family<prometheus::Histogram>& seconds =
      prometheus::BuildHistogram().Name("muster_request_seconds").Help("From request to answer").Register(registry);
  prometheus::Family<prometheus::Counter>& refused =
      prometheus::BuildCounter().Name("muster_refused_total").Help("Requests refused unasked").Register(registry);
  prometheus::Family<prometheus::Counter>& node_answers =
      prometheus::BuildCounter().Name("muster_node_answers_total").Help("Requests to nodes").Register(registry);
  prometheus::Family<prometheus::Histogram>& node_seconds =
      prometheus::BuildHistogram().Name("muster_node_seconds").Help("Time of requests to nodes").Register(registry);
  prometheus::Family<prometheus::Gauge>& nodes_off = prometheus::BuildGauge()
                                                         .Name("muster_node_switched_off")
                                                         .Help("1: the node has failed too often and is not asked")
                                                         .Register(registry);
  prometheus::Family<prometheus::Gauge>& keys = prometheus::BuildGauge()
                                                    .Name("muster_keys_fetched_timestamp_seconds")
                                                    .Help("When the keys of an issuer were last fetched")
                                                    .Register(registry);
  prometheus::Family<prometheus::Gauge>& gauges =
      prometheus::BuildGauge().Name("muster_now").Help("Present values").Register(registry);
};

Metrics::Metrics() : impl_(std::make_unique<Impl>()) {}
Metrics::~Metrics() = default;

void Metrics::Request(std::string_view endpoint, int status, std::string_view tier, double seconds) {
  const std::string path(endpoint);
  impl_->requests.Add({{"path", path}, {"status", std::to_string(status)}, {"tier", std::string(tier)}}).Increment();
  impl_->seconds.Add({{"path", path}}, kSeconds).Observe(seconds);
}

void Metrics::Refused(std::string_view reason) { impl_->refused.Add({{"reason", std::string(reason)}}).Increment(); }

void Metrics::NodeAnswer(const std::string& node, std::string_view outcome, double seconds) {
  impl_->node_answers.Add({{"node", node}, {"outcome", std::string(outcome)}}).Increment();
  impl_->node_seconds.Add({{"node", node}}, kSeconds).Observe(seconds);
}

void Metrics::NodeSwitchedOff(const std::string& node, bool off) {
  impl_->nodes_off.Add({{"node", node}}).Set(off ? 1 : 0);
}

void Metrics::KeysFetched(const std::string& url) { impl_->keys.Add({{"keys", url}}).SetToCurrentTime(); }

std::string Metrics::Text(const Now& now) const {
  const auto set = [this](const char* what, double value) { impl_->gauges.Add({{"what", what}}).Set(value); };
  set("waiting", static_cast<double>(now.waiting));
  set("running", static_cast<double>(now.running));
  set("connections", static_cast<double>(now.connections));
  set("catalogue_version", static_cast<double>(now.catalogue_version));
  set("cache_bytes", static_cast<double>(now.cache_bytes));
  return prometheus::TextSerializer().Serialize(impl_->registry.Collect());
}

}  // namespace muster::serve
