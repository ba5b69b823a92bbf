// Private to api/: policies, tables of noise and epochs among the catalogue's documents.
#ifndef MUSTER_ENGINE_API_GUEST_POLICY_DOCUMENTS_H_
#define MUSTER_ENGINE_API_GUEST_POLICY_DOCUMENTS_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/release/policy/perturbation.h"
#include "engine/release/policy/policy.h"

namespace muster::api {

using StoredDocuments = std::map<std::string, std::string>;
using NewDocuments = std::vector<std::pair<std::string, std::string>>;

/// A policy as it was set, with its version. All versions are kept.
struct StoredPolicy {
  uint64_t version = 0;
  std::string json;
};
/// The last one; nothing where there never was any. DataLoss: its document is damaged.
absl::StatusOr<std::optional<StoredPolicy>> LastPolicy(const StoredDocuments& documents);

/// The documents of a new policy: itself, and the tables of noise that it needs and the catalogue has not.
NewDocuments DocumentsOfPolicy(const release::Policy& policy, std::string_view json, const StoredDocuments& documents);

/// The tables of the steps between the policy's variances, in order. DataLoss: one is missing or damaged.
absl::StatusOr<std::vector<release::PerturbationTable>> TablesOf(const release::Policy& policy,
                                                                 const StoredDocuments& documents);

/// Which version of the catalogue guests see.
struct Epoch {
  uint64_t number = 0;
  uint64_t version = 0;
  int64_t begun = 0;  ///< seconds since 1970
};
absl::StatusOr<std::optional<Epoch>> EpochIn(const StoredDocuments& documents);
std::pair<std::string, std::string> DocumentOf(const Epoch& epoch);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_GUEST_POLICY_DOCUMENTS_H_
