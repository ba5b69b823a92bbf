// Which of Beacon's entities a record is.
#ifndef MUSTER_ENGINE_IMPORT_BEACON_BEACON_KIND_H_
#define MUSTER_ENGINE_IMPORT_BEACON_BEACON_KIND_H_

#include <optional>
#include <string_view>

#include "engine/import/input/json_value.h"

namespace muster::import {

enum class BeaconKind { kIndividual, kBiosample, kRun, kAnalysis, kCohort, kDataset, kVariation };

/// Detected from members that nothing else has; nullopt for a phenopacket, and for a record that might be anything.
std::optional<BeaconKind> BeaconKindOf(Element record);
/// What the name of a file promises ("individuals.json.gz"), for records that do not say it themselves.
std::optional<BeaconKind> BeaconKindOfFile(std::string_view path);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_BEACON_BEACON_KIND_H_
