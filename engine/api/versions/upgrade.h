// Private to api/: adds to catalogues of an earlier version what their indexes lack.
#ifndef MUSTER_ENGINE_API_VERSIONS_UPGRADE_H_
#define MUSTER_ENGINE_API_VERSIONS_UPGRADE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/api/calls/host_log.h"
#include "engine/api/versions/live_catalogue.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/record/group_panels.h"
#include "muster/import.h"
#include "storage/store.h"

namespace muster::api {

/// The segments of older formats that would be counted wrongly. Format 3: all, as their postings lack the codes of
/// components. Format 4: those with panels, as it does not distinguish their components.
absl::StatusOr<std::vector<uint32_t>> OutdatedSegments(const storage::Snapshot& snapshot);

/// The error on a catalogue that is open read-only, where questions would be answered wrongly because an earlier
/// version has written it: such segments, or codes in old spellings.
absl::Status CheckReadable(const std::string& path, const storage::Store& store, const bind::CatalogueView& view);

/// Brings what an earlier version has written to what queries use by now.
absl::Status Upgrade(LiveCatalogue& live, const HostLog& log);

/// Notes that the catalogue keeps: how many panels were identified by their components, and how many of these repeat a
/// component.
ImportReport UpgradeReport(const model::GroupedPanels& grouped, const storage::Manifest& before);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_VERSIONS_UPGRADE_H_
