// Asking the nodes of a network one question, each within its deadline.
#ifndef MUSTER_SERVE_NETWORK_NODE_ASKER_H_
#define MUSTER_SERVE_NETWORK_NODE_ASKER_H_

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "serve/config/settings.h"
#include "serve/http/client.h"
#include "serve/metrics/metrics.h"
#include "serve/network/breaker.h"
#include "serve/network/merge.h"

namespace muster::serve {

/// The addresses of the nodes end in no slash.
std::vector<NodeSettings> WithPlainUrls(std::vector<NodeSettings> nodes);

/// Where the node whose Beacon is at `beacon` takes texts.
std::string TextsUrl(std::string_view beacon);

/// One question to several nodes.
struct NetworkQuestion {
  std::shared_ptr<const HttpRequest> request;
  bool text = false;          ///< asked of /v1/query of a node; else of its Beacon
  std::string path;           ///< below that, with the query string
  std::vector<size_t> nodes;  ///< indexes of the nodes to ask; at least one
  /// What a node sent, and all of that as one answer.
  std::function<NodeReply(const std::string& node, int status, std::string_view body)> understand;
  std::function<HttpResponse(const std::vector<NodeReply>& replies)> conclude;
  HttpReply reply;
};

/// Asks all nodes at once, a mirror of a slow one as well, and none that has failed too often. Thread-safe. The client
/// ends before it.
class NodeAsker {
 public:
  /// Nodes are known by their numbers in `nodes`.
  NodeAsker(const std::vector<NodeSettings>& nodes, HttpClient* client, Metrics* metrics);

  /// Answers later, on any thread.
  void Ask(NetworkQuestion question);

  /// Whether the node is not asked for a while.
  bool IsSwitchedOff(size_t node) const;

 private:
  /// A node, and how it has been lately.
  struct State {
    NodeSettings settings;
    std::string token;
    Breaker breaker;
    size_t in_flight = 0;
    std::deque<double> seconds;  ///< of the last answers
  };
  struct Gathering;
  /// One request to one node, perhaps with a second to its mirror.
  struct Attempt;

  void AskNode(const std::shared_ptr<Gathering>& gathering, size_t place);
  void Send(const std::shared_ptr<Gathering>& gathering, const std::shared_ptr<Attempt>& attempt, size_t url);
  void Received(const std::shared_ptr<Gathering>& gathering, const std::shared_ptr<Attempt>& attempt,
                absl::StatusOr<HttpResponse> response);
  /// What came of the node at `place`; after the last, the answer.
  static void Take(const std::shared_ptr<Gathering>& gathering, size_t place, NodeReply reply);

  HttpClient* const client_;
  Metrics* const metrics_;
  mutable absl::Mutex mutex_;
  std::vector<State> nodes_ ABSL_GUARDED_BY(mutex_);
  uint64_t requests_ ABSL_GUARDED_BY(mutex_) = 0;
  uint64_t hedged_ ABSL_GUARDED_BY(mutex_) = 0;
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_NETWORK_NODE_ASKER_H_
