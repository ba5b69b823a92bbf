// Reads descriptions of datasets and cohorts.
#ifndef MUSTER_ENGINE_IMPORT_BEACON_READ_COLLECTION_H_
#define MUSTER_ENGINE_IMPORT_BEACON_READ_COLLECTION_H_

#include <string>
#include <vector>

#include "engine/import/input/json_value.h"
#include "engine/model/document/collection.h"

namespace muster::import {

/// What is to be said of how a dataset or cohort writes its data use.
struct OddDataUse {
  std::vector<std::string> joined;  ///< ids that hold several codes; they are taken apart
  std::vector<std::string> unread;  ///< other members, with their values; each may be an unknown condition
};

/// A Beacon dataset or cohort with the id `id`: name, description, version, data use (`dataUseConditions.duoDataUse`,
/// or what stands in place of either), declared size, type, criteria. Codes are normalised; members of other shapes are
/// passed over.
model::Collection ReadBeaconCollection(model::Collection::Kind kind, std::string id, Element record, OddDataUse* odd);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_BEACON_READ_COLLECTION_H_
