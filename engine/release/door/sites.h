// Whether enough datasets contribute to a number, so that it is not one dataset's alone.
#ifndef MUSTER_ENGINE_RELEASE_DOOR_SITES_H_
#define MUSTER_ENGINE_RELEASE_DOOR_SITES_H_

#include <cstdint>
#include <vector>

#include "engine/model/record/query_set.h"
#include "engine/release/memory/noise.h"
#include "engine/release/policy/policy.h"

namespace muster::release {

/// `people`: of each dataset, those behind a number that is shown as `value`. Decided on noisy numbers.
bool HasEnoughSites(const std::vector<model::QuerySet>& people, int64_t value, const Tier& tier, const Noise& noise);

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_DOOR_SITES_H_
