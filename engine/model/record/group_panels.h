// Groups components of panels that do not say to which panel they belong.
#ifndef MUSTER_ENGINE_MODEL_RECORD_GROUP_PANELS_H_
#define MUSTER_ENGINE_MODEL_RECORD_GROUP_PANELS_H_

#include <cstdint>

#include "engine/model/record/record.h"

namespace muster::model {

struct GroupedPanels {
  uint32_t panels = 0;     ///< put together of two components or more
  uint32_t uncertain = 0;  ///< components that are there more often than once, by what else they say
};

/// Sets `part` for the measurements of `record` that have a `component` but no `part`. Measurements of one assay with
/// the same `panel` are one panel. Without a `panel`, among measurements that agree in everything that a panel has
/// once, the first of each component form a panel, the second of each another, and so on: two readings on one day,
/// which the source distinguishes only by their rows. Afterwards the rows of a panel are adjacent.
GroupedPanels GroupPanels(Record& record);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_RECORD_GROUP_PANELS_H_
