// The paths below /beacon/v2 of a node.
#ifndef MUSTER_SERVE_BEACON_BEACON_SERVICE_H_
#define MUSTER_SERVE_BEACON_BEACON_SERVICE_H_

#include <span>
#include <stop_token>
#include <string>

#include "serve/beacon/catalogue_knowledge.h"
#include "serve/beacon/filtering_terms.h"
#include "serve/beacon/request.h"
#include "serve/config/settings.h"
#include "serve/http/message.h"
#include "serve/http/url.h"
#include "serve/node/node.h"

namespace muster::serve {

/// Thread-safe.
class BeaconService {
 public:
  /// `base`: the public URL of the Beacon.
  BeaconService(const Settings& settings, std::string base, const Node& node);

  /// `path`: what is below /beacon/v2. May wait for the catalogue.
  HttpResponse Answer(const HttpRequest& request, const Target& target, std::span<const std::string> path,
                      const Caller& caller) const;

 private:
  struct RequestTarget {
    Entry entry = Entry::kIndividual;  ///< what is answered with
    Entry of = Entry::kIndividual;     ///< what it belongs to
    std::string id;                    ///< which; empty: all
    bool single = false;               ///< the entry itself
  };

  HttpResponse Terms(const BeaconRequest& request, std::string_view scope) const;
  HttpResponse Entries(const RequestTarget& place, const BeaconRequest& request, const Caller& caller,
                       std::stop_token gone) const;
  HttpResponse Collections(const RequestTarget& place, const BeaconRequest& request, const Caller& caller) const;
  std::vector<Collection> CollectionsFor(const Caller& caller, Entry entry) const;
  const CatalogueKnowledge& KnowledgeFor(Tier tier) const;
  HttpResponse Refuse(int status, std::string_view message, int64_t wait = 0) const;
  HttpResponse Refuse(const absl::Status& status) const;

  const Settings settings_;
  const std::string base_;
  const Node& node_;
  const CatalogueKnowledge exact_, public_, registered_;  ///< what callers may know of codes
  FilteringTerms terms_;
};

/// Reads a request to a Beacon, from its body or its query string. InvalidArgument: a sentence for the client.
absl::StatusOr<BeaconRequest> ReadBeaconRequest(const HttpRequest& request, const Target& target,
                                                const Settings& settings);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_BEACON_BEACON_SERVICE_H_
