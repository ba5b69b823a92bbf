// Rules of a mapping that make rows.
#ifndef MUSTER_ENGINE_IMPORT_MAPPING_PARSE_ROWS_H_
#define MUSTER_ENGINE_IMPORT_MAPPING_PARSE_ROWS_H_

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "absl/status/statusor.h"
#include "engine/import/mapping/mapping.h"
#include "engine/model/schema/schema.h"

namespace muster::import {

/// The object at `place` of a mapping, which says what becomes a row of `info`. InvalidArgument, naming the place, when
/// something is wrong with it.
absl::StatusOr<std::unique_ptr<RowRule>> ParseRow(const model::EntityInfo& info, const nlohmann::json& value,
                                                  const std::string& place);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_MAPPING_PARSE_ROWS_H_
