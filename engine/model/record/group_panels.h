// Components of panels that do not say their place in their panel: which of them are of one.
#ifndef MUSTER_ENGINE_MODEL_RECORD_GROUP_PANELS_H_
#define MUSTER_ENGINE_MODEL_RECORD_GROUP_PANELS_H_

#include <cstdint>

#include "engine/model/record/record.h"

namespace muster::model {

struct GroupedPanels {
  uint32_t panels = 0;     ///< put together of two components or more
  uint32_t uncertain = 0;  ///< components that are there more often than once, by what else they say
};

/// Gives the measurements of `record` that have a `component` and no `part` their parts. Of one panel are those of one
/// assay that say the same `panel`. Of those that say none, which agree in all that a panel has once, the first of each
/// component make a panel, the second of each another, and so on: two readings of one day, which a source tells by
/// their rows only. Afterwards the rows of a panel are adjacent.
GroupedPanels GroupPanels(Record& record);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_RECORD_GROUP_PANELS_H_
