// Tables that a mapping describes.
#ifndef MUSTER_ENGINE_IMPORT_MAPPING_PARSE_TABLES_H_
#define MUSTER_ENGINE_IMPORT_MAPPING_PARSE_TABLES_H_

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/import/mapping/table.h"

namespace muster::import {

/// The object at `place` of a mapping, from table names to descriptions. InvalidArgument, naming the place, when
/// something is wrong with it.
absl::StatusOr<std::vector<Table>> ParseTables(const nlohmann::json& value, const std::string& place);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_MAPPING_PARSE_TABLES_H_
