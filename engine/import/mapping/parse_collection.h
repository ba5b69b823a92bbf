// Datasets and cohorts that a mapping describes.
#ifndef MUSTER_ENGINE_IMPORT_MAPPING_PARSE_COLLECTION_H_
#define MUSTER_ENGINE_IMPORT_MAPPING_PARSE_COLLECTION_H_

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/model/document/collection.h"

namespace muster::import {

/// The array at `place` of a mapping. InvalidArgument, naming the place, when something is wrong with it.
absl::StatusOr<std::vector<model::Collection>> ParseCollections(model::Collection::Kind kind,
                                                                const nlohmann::json& value, const std::string& place);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_MAPPING_PARSE_COLLECTION_H_
