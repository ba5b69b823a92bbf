// A network of nodes as one Beacon.
#ifndef MUSTER_SERVE_NETWORK_AGGREGATOR_H_
#define MUSTER_SERVE_NETWORK_AGGREGATOR_H_

#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "serve/beacon/filtering_terms.h"
#include "serve/beacon/request.h"
#include "serve/config/settings.h"
#include "serve/http/client.h"
#include "serve/metrics/metrics.h"
#include "serve/network/breaker.h"
#include "serve/network/merge.h"
#include "serve/node/backend.h"

namespace muster::serve {

/// Asks all nodes of the settings at once, each within its deadline, and adds up what they release. Thread-safe.
class Aggregator final : public Backend {
 public:
  Aggregator(const Settings& settings, std::string base, Metrics* metrics);
  ~Aggregator() override;

  void Beacon(std::shared_ptr<const HttpRequest> request, Target target, Caller caller, HttpReply reply) override;
  void Native(std::shared_ptr<const HttpRequest> request, Target target, Caller caller, HttpReply reply) override;
  bool Ready() const override;

 private:
  /// A node, and how it has been lately.
  struct Member {
    NodeSettings settings;
    std::string token;
    Breaker breaker;
    size_t in_flight = 0;
    std::deque<double> seconds;  ///< of the last answers
    std::vector<Json> datasets, cohorts;
    std::vector<FilteringTerm> terms;
    bool known = false;   ///< what it has was fetched
    std::string numbers;  ///< of its /v1: "exact" or "released"; empty: it takes no texts
  };
  /// One question to several nodes.
  struct Gathering;
  /// One request to one node, perhaps with a second to its mirror.
  struct Attempt;

  void Entries(const std::shared_ptr<const HttpRequest>& request, const Target& target, HttpReply reply,
               const BeaconRequest& read);
  void AskNodes(const std::shared_ptr<Gathering>& gathering);
  void AskNode(const std::shared_ptr<Gathering>& gathering, size_t place);
  void Send(const std::shared_ptr<Gathering>& gathering, const std::shared_ptr<Attempt>& attempt, size_t url);
  void Received(const std::shared_ptr<Gathering>& gathering, const std::shared_ptr<Attempt>& attempt,
                absl::StatusOr<HttpResponse> response);
  /// What came of the node at `place`; after the last, the answer.
  static void Take(const std::shared_ptr<Gathering>& gathering, size_t place, NodeReply reply);
  void FetchDirectory();
  HttpResponse Me(const Caller& caller) const;
  HttpResponse Collections(Entry entry, const std::string& id, const BeaconRequest& read) const;
  HttpResponse Terms(const BeaconRequest& read, std::string_view scope) const;

  const Settings settings_;
  const std::string base_;
  Metrics* const metrics_;
  mutable absl::Mutex mutex_;
  std::vector<Member> members_ ABSL_GUARDED_BY(mutex_);
  uint64_t requests_ ABSL_GUARDED_BY(mutex_) = 0;
  uint64_t hedged_ ABSL_GUARDED_BY(mutex_) = 0;
  bool ready_ ABSL_GUARDED_BY(mutex_) = false;
  bool ended_ ABSL_GUARDED_BY(mutex_) = false;
  std::unique_ptr<HttpClient> client_;
  std::thread directory_;
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_NETWORK_AGGREGATOR_H_
