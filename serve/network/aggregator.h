// A network of nodes as one Beacon.
#ifndef MUSTER_SERVE_NETWORK_AGGREGATOR_H_
#define MUSTER_SERVE_NETWORK_AGGREGATOR_H_

#include <memory>
#include <string>
#include <string_view>

#include "serve/beacon/request.h"
#include "serve/config/settings.h"
#include "serve/http/client.h"
#include "serve/metrics/metrics.h"
#include "serve/network/directory.h"
#include "serve/network/node_asker.h"
#include "serve/node/backend.h"

namespace muster::serve {

/// Asks all nodes of the settings at once, each within its deadline, and adds up what they release. Thread-safe.
class Aggregator final : public Backend {
 public:
  Aggregator(const Settings& settings, std::string base, Metrics* metrics);
  void Beacon(std::shared_ptr<const HttpRequest> request, Target target, Caller caller, HttpReply reply) override;
  void Native(std::shared_ptr<const HttpRequest> request, Target target, Caller caller, HttpReply reply) override;
  bool Ready() const override { return directory_->IsReady(); }

 private:
  void Entries(const std::shared_ptr<const HttpRequest>& request, const Target& target, HttpReply reply,
               const BeaconRequest& read);
  HttpResponse Me(const Caller& caller) const;
  HttpResponse Collections(Entry entry, const std::string& id, const BeaconRequest& read) const;
  HttpResponse Terms(const BeaconRequest& read, std::string_view scope) const;

  const Settings settings_;
  const std::string base_;
  std::unique_ptr<NodeAsker> asker_;  // what the client still calls when it ends
  std::unique_ptr<HttpClient> client_;
  std::unique_ptr<Directory> directory_;
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_NETWORK_AGGREGATOR_H_
