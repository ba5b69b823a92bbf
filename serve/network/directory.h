// The nodes of a network as they describe themselves: identity, datasets, cohorts and terms.
#ifndef MUSTER_SERVE_NETWORK_DIRECTORY_H_
#define MUSTER_SERVE_NETWORK_DIRECTORY_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "serve/beacon/entry_type.h"
#include "serve/beacon/filtering_terms.h"
#include "serve/config/settings.h"
#include "serve/http/client.h"
#include "serve/json/json.h"

namespace muster::serve {

/// A dataset or cohort as its node describes it.
struct ListedCollection {
  size_t node = 0;
  std::string own_id;  ///< as its node knows it
  Json document;       ///< its `id` is BEACON:ID where several nodes have the same; `beaconId` is its node
};

/// Refreshed periodically by a thread of its own. Thread-safe.
class Directory {
 public:
  /// Nodes are known by their numbers in `nodes`. `client` outlives the directory.
  Directory(std::vector<NodeSettings> nodes, HttpClient* client);
  ~Directory();

  /// Whether all nodes were asked once.
  bool IsReady() const;

  std::vector<ListedCollection> Collections(Entry entry) const;
  /// Those of the id, which may be written BEACON:ID: one of each node that has it.
  std::vector<ListedCollection> CollectionsOf(Entry entry, std::string_view id) const;
  /// Of all nodes, each once, with all of its scopes; by id.
  std::vector<FilteringTerm> Terms() const;

  /// What is known of a node.
  struct Known {
    bool known = false;   ///< its collections were fetched
    std::string numbers;  ///< of its /v1: "exact" or "released"; empty: it takes no texts
  };
  Known KnownOf(size_t node) const;

 private:
  struct Entries {
    Known known;
    std::vector<Json> datasets, cohorts;
    std::vector<FilteringTerm> terms;
  };
  struct Found;

  void FetchNowAndThen();
  /// Of the nodes that are asked, in their order.
  std::vector<Found> Fetch(const std::vector<size_t>& asked) const;
  /// Whether the node is the one that is expected, and all of its documents were fetched. Others stay as they were.
  bool Read(const Found& found, const std::string& id, Entries* entries) const;

  const std::vector<NodeSettings> nodes_;
  HttpClient* const client_;
  mutable absl::Mutex mutex_;
  std::vector<Entries> entries_ ABSL_GUARDED_BY(mutex_);
  bool ready_ ABSL_GUARDED_BY(mutex_) = false;
  bool ended_ ABSL_GUARDED_BY(mutex_) = false;
  std::thread thread_;
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_NETWORK_DIRECTORY_H_
