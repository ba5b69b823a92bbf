// Descriptions of the synthetic dataset and its cohorts.
#ifndef MUSTER_SHELL_SYNTH_FILES_COLLECTIONS_H_
#define MUSTER_SHELL_SYNTH_FILES_COLLECTIONS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "shell/synth/people/world.h"

namespace muster::synth {

/// The default dataset of imports, so that the description is about the imported people.
inline constexpr std::string_view kDatasetId = "default";
inline constexpr std::string_view kDatasetName = "Synthetic people";

/// [{"id":"DUO:…",…}]: what the dataset permits its data to be used for.
void AppendDatasetUses(std::string& out);
/// The same for cohort number `number` of the world.
void AppendCohortUses(std::string& out, const World& world, size_t number);

/// datasets.json of Beacon.
std::string BeaconDatasets();
/// cohorts.json of Beacon. `cohort_of` has the number of the cohort of each person.
std::string BeaconCohorts(const World& world, const std::vector<uint8_t>& cohort_of);

}  // namespace muster::synth

#endif  // MUSTER_SHELL_SYNTH_FILES_COLLECTIONS_H_
