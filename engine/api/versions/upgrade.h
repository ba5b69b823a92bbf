// Private to api/: catalogues that an earlier version wrote, in whose indexes something is missing that queries use.
#ifndef MUSTER_ENGINE_API_VERSIONS_UPGRADE_H_
#define MUSTER_ENGINE_API_VERSIONS_UPGRADE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/model/record/group_panels.h"
#include "muster/import.h"
#include "storage/store.h"

namespace muster::api {

/// The segments that would be counted wrongly. Format 3: all, whose postings lack the codes of components. Format 4:
/// those with panels, whose components it does not tell apart.
absl::StatusOr<std::vector<uint32_t>> OutdatedSegments(const storage::Snapshot& snapshot);

/// Why a catalogue with such segments is not read as it is.
absl::Status OutdatedError(const std::string& path, const storage::Manifest& manifest);

/// What the catalogue keeps to be asked later: how many panels were told apart by what their components say, and how
/// many of these say it twice.
ImportReport UpgradeReport(const model::GroupedPanels& grouped, const storage::Manifest& before);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_VERSIONS_UPGRADE_H_
