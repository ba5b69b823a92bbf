// A cohort that a query has defined: its text, and its result at each time it was saved.
#ifndef MUSTER_ENGINE_MODEL_DOCUMENT_SAVED_COHORT_H_
#define MUSTER_ENGINE_MODEL_DOCUMENT_SAVED_COHORT_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"

namespace muster::model {

/// One saving. Versions of a cohort count from 1.
struct CohortVersion {
  std::string text;                                             ///< the canonical `define cohort` statement
  uint64_t catalogue_version = 0;                               ///< on which it was counted
  uint64_t individuals = 0;                                     ///< how many it had then
  std::vector<std::pair<std::string, std::string>> ontologies;  ///< id and version, as loaded then
  /// What each term of the text reached: its name, and the codes in use.
  std::vector<std::pair<std::string, std::vector<std::string>>> terms;
  friend bool operator==(const CohortVersion&, const CohortVersion&) = default;
};

struct SavedCohort {
  std::string name;  ///< as written
  std::vector<CohortVersion> versions;
  friend bool operator==(const SavedCohort&, const SavedCohort&) = default;
};

/// Saved cohorts by their name in lower case: names are found without regard to case.
using SavedCohorts = std::map<std::string, SavedCohort>;

/// The store's document that holds a cohort; `key` is its name in lower case.
std::string CohortDocument(std::string_view key);

std::string EncodeCohort(const SavedCohort& cohort);
/// DataLoss when `bytes` are not a cohort of at least one version.
absl::StatusOr<SavedCohort> DecodeCohort(std::string_view bytes);
/// All cohorts among the store's documents.
absl::StatusOr<SavedCohorts> CohortsIn(const std::map<std::string, std::string>& documents);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_DOCUMENT_SAVED_COHORT_H_
