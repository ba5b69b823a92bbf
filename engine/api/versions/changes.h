// Private to api/: changes of a catalogue other than imports.
#ifndef MUSTER_ENGINE_API_VERSIONS_CHANGES_H_
#define MUSTER_ENGINE_API_VERSIONS_CHANGES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/api/versions/live_catalogue.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/index/catalogue_writer.h"
#include "engine/model/document/saved_cohort.h"

namespace muster::api {

/// Removes individuals by id, under the bounds of the call. Returns how many were there.
absl::StatusOr<uint64_t> DeletePeople(LiveCatalogue& live, std::string_view dataset,
                                      const std::vector<std::string>& ids);

/// Adds a version to the cohort of that name, which is created if there is none. Returns it with all versions.
absl::StatusOr<model::SavedCohort> SaveCohort(LiveCatalogue& live, const std::string& name,
                                              model::CohortVersion version);
absl::Status DropCohort(LiveCatalogue& live, const std::string& name);

/// Rewrites segments of an older format from their records, in one commit.
absl::Status UpgradeSegments(LiveCatalogue& live, const std::vector<uint32_t>& segments);

/// Makes `writer` remove the values that reports of earlier imports quote, as they may be of individuals that are
/// deleted or replaced. Nullopt: for every dataset.
absl::Status ForgetValues(const bind::CatalogueView& present, std::optional<std::string_view> dataset,
                          index::CatalogueWriter& writer);

/// Makes `writer` blank those codes in saved cohorts that no record has any more (their number is kept), and remove the
/// labels of such codes.
absl::Status ForgetCodes(const bind::CatalogueView& present, index::CatalogueWriter& writer);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_VERSIONS_CHANGES_H_
