// What filters need to know about the catalogue, queried once per version and cached.
#ifndef MUSTER_SERVE_BEACON_CATALOGUE_KNOWLEDGE_H_
#define MUSTER_SERVE_BEACON_CATALOGUE_KNOWLEDGE_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "serve/beacon/criteria.h"
#include "serve/node/node.h"

namespace muster::serve {

/// Thread-safe. It sees where a code may be asked for, not how many have it: as the host does, or, for a guest, only
/// codes that are listed for him.
class CatalogueKnowledge final : public CodeKnowledge {
 public:
  /// `guest`: the caller; nullopt: callers who get exact numbers.
  CatalogueKnowledge(const Node& node, std::optional<Caller> guest) : node_(node), guest_(std::move(guest)) {}

  bool Knows(const CodeField& field, const std::string& code) const override;
  std::string OnlyIn(const std::string& code) const override;
  std::optional<std::string> UnitOf(const std::string& assay) const override;
  bool CanBeCompared(const std::string& assay, const std::string& unit) const override;
  std::vector<std::string> Cohorts() const override;

 private:
  /// For a guest: whether the field has the code, or, where `or_below`, one that continues it.
  bool IsListed(const CodeField& field, const std::string& code, bool or_below) const;
  bool IsPossible(const CodeField& field, const std::string& code) const;
  std::string FindOnlyIn(const std::string& code) const;
  std::optional<std::string> FindUnitOf(const std::string& assay) const;
  void ForgetOldVersion() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  const Node& node_;
  const std::optional<Caller> guest_;
  mutable absl::Mutex mutex_;
  mutable uint64_t version_ ABSL_GUARDED_BY(mutex_) = 0;
  /// The codes that are listed in a field, by their texts.
  using Codes = std::vector<std::string>;
  mutable std::map<std::string, std::shared_ptr<const Codes>> listed_ ABSL_GUARDED_BY(mutex_);
  mutable std::map<std::string, bool> known_ ABSL_GUARDED_BY(mutex_);
  mutable std::map<std::string, std::string> only_in_ ABSL_GUARDED_BY(mutex_);
  mutable std::map<std::string, std::optional<std::string>> units_ ABSL_GUARDED_BY(mutex_);
  mutable std::map<std::string, bool> comparable_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_BEACON_CATALOGUE_KNOWLEDGE_H_
