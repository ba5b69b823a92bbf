// What filters need to know of the catalogue, asked once for each version and kept.
#ifndef MUSTER_SERVE_BEACON_CATALOGUE_KNOWLEDGE_H_
#define MUSTER_SERVE_BEACON_CATALOGUE_KNOWLEDGE_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "serve/beacon/criteria.h"
#include "serve/node/node.h"

namespace muster::serve {

/// Thread-safe. It sees what the host sees: where a code may be asked for, not how many have it. What a caller may know
/// of a code is decided by the release door when the question is asked.
class CatalogueKnowledge final : public CodeKnowledge {
 public:
  explicit CatalogueKnowledge(const Node& node) : node_(node) {}

  bool Knows(const CodeField& field, const std::string& code) const override;
  std::optional<std::string> UnitOf(const std::string& assay) const override;
  std::vector<std::string> Cohorts() const override;

 private:
  void ForgetOldVersion() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  const Node& node_;
  mutable absl::Mutex mutex_;
  mutable uint64_t version_ ABSL_GUARDED_BY(mutex_) = 0;
  mutable std::map<std::string, bool> known_ ABSL_GUARDED_BY(mutex_);
  mutable std::map<std::string, std::optional<std::string>> units_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_BEACON_CATALOGUE_KNOWLEDGE_H_
