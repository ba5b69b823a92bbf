// Which filters a Beacon understands: fields, cohorts, and codes that the caller may know of.
#ifndef MUSTER_SERVE_BEACON_FILTERING_TERMS_H_
#define MUSTER_SERVE_BEACON_FILTERING_TERMS_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "serve/beacon/request.h"
#include "serve/json/json.h"
#include "serve/node/node.h"

namespace muster::serve {

struct FilteringTerm {
  std::string id;
  std::string type;  ///< "ontologyTerm", "alphanumeric" or "custom"
  std::string label;
  std::vector<std::string> scopes;
};

/// The answer of /filtering_terms: the page of `terms` that `request` asks for, and the code systems of all of them,
/// with their versions where they are among `ontologies`. `scope`: of this entry type only; empty: all.
Json TermsAnswer(std::string_view beacon_id, const std::vector<FilteringTerm>& terms,
                 const std::vector<OntologyVersion>& ontologies, const BeaconRequest& request, std::string_view scope);

/// Lists them once for each version of the catalogue. Thread-safe.
class FilteringTerms {
 public:
  FilteringTerms(const Node& node, std::string age_means) : node_(node), age_means_(std::move(age_means)) {}

  /// Sorted by id. Of an exact tier, codes that records have; of another, those that the release door lists for
  /// callers without a token, in the fields in which it does, and that no loaded ontology explains.
  std::shared_ptr<const std::vector<FilteringTerm>> List() const;

 private:
  const Node& node_;
  const std::string age_means_;
  mutable absl::Mutex mutex_;
  mutable uint64_t version_ ABSL_GUARDED_BY(mutex_) = 0;
  mutable std::shared_ptr<const std::vector<FilteringTerm>> terms_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_BEACON_FILTERING_TERMS_H_
