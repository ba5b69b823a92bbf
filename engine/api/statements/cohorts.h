// Private to api/: defining and dropping cohorts.
#ifndef MUSTER_ENGINE_API_STATEMENTS_COHORTS_H_
#define MUSTER_ENGINE_API_STATEMENTS_COHORTS_H_

#include <cstdint>
#include <functional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/bind/bound/bound.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/document/saved_cohort.h"
#include "engine/release/release.h"

namespace muster::api {

/// Functions that save and drop cohorts, each in a commit of its own. Both are empty if that is not possible.
struct CohortStore {
  /// Adds a version to the cohort of this name; returns the cohort with it.
  std::function<absl::StatusOr<model::SavedCohort>(const std::string& name, model::CohortVersion version)> save;
  std::function<absl::Status(const std::string& name)> drop;
  /// Why they are empty: the catalogue is open read-only (true), or a snapshot is queried (false).
  bool read_only = false;
};

/// The version that `query`, of kind kDefine with `individuals` for an answer, adds to its cohort.
absl::StatusOr<model::CohortVersion> NewVersion(const bind::Query& query, int64_t individuals,
                                                const bind::CatalogueView& view);

/// Its count is of distinct people over all datasets: `define cohort NAME as distinct individuals`.
bool CountsDistinct(const model::CohortVersion& version);

/// What a definition answers: cohort, version, individuals, how many the version before had, and the change, if both
/// were counted in the same way.
release::Unreleased DefinitionTable(const model::SavedCohort& cohort);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_STATEMENTS_COHORTS_H_
