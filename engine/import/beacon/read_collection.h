// What datasets and cohorts say of themselves.
#ifndef MUSTER_ENGINE_IMPORT_BEACON_READ_COLLECTION_H_
#define MUSTER_ENGINE_IMPORT_BEACON_READ_COLLECTION_H_

#include <string>
#include <vector>

#include "engine/import/input/json_value.h"
#include "engine/model/document/collection.h"

namespace muster::import {

/// A Beacon dataset or cohort with the id `id`: name, description, version, data use (`dataUseConditions.duoDataUse`),
/// declared size, type, criteria. Codes are normalised; members of other shapes are passed over. `*joined` gets ids of
/// data use that hold several codes; they are taken apart.
model::Collection ReadBeaconCollection(model::Collection::Kind kind, std::string id, Element record,
                                       std::vector<std::string>* joined);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_BEACON_READ_COLLECTION_H_
