// JSON pointers and fields that a mapping names.
#ifndef MUSTER_ENGINE_IMPORT_MAPPING_PARSE_FIELDS_H_
#define MUSTER_ENGINE_IMPORT_MAPPING_PARSE_FIELDS_H_

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/import/mapping/mapping.h"
#include "engine/model/schema/schema.h"

namespace muster::import {

/// The JSON pointer at `place` of a mapping. InvalidArgument, naming the place, when something is wrong with it.
absl::StatusOr<Steps> ParsePointer(const nlohmann::json& value, std::string_view place);

/// The object at `place`, from fields of `entity` to pointers or constants. InvalidArgument as above.
absl::StatusOr<std::vector<FieldRule>> ParseFields(model::Entity entity, const nlohmann::json& fields,
                                                   const std::string& place);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_MAPPING_PARSE_FIELDS_H_
