// Figures of the service for Prometheus. No label comes from a request.
#ifndef MUSTER_SERVE_METRICS_METRICS_H_
#define MUSTER_SERVE_METRICS_METRICS_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace muster::serve {

/// Thread-safe.
class Metrics {
 public:
  Metrics();
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  /// One answered request. `endpoint`: the template of its path.
  void Request(std::string_view endpoint, int status, std::string_view tier, double seconds);
  /// One that was refused before it was asked: "queue", "gone", "rate", "token", "host", "ending".
  void Refused(std::string_view reason);
  /// One request to a node of the network: "ok", "late", "failed", "open".
  void NodeAnswer(const std::string& node, std::string_view outcome, double seconds);
  /// Whether a node of the network is not asked for a while, as it has failed too often.
  void NodeSwitchedOff(const std::string& node, bool off);
  /// The keys of an issuer, at `url`, were fetched now.
  void KeysFetched(const std::string& url);

  struct Now {
    size_t waiting = 0;
    size_t running = 0;
    size_t connections = 0;
    uint64_t catalogue_version = 0;
    uint64_t cache_bytes = 0;
  };
  /// In the text format.
  std::string Text(const Now& now) const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_METRICS_METRICS_H_
