// Derives from the rules of a mapping what its tables need to know.
#ifndef MUSTER_ENGINE_IMPORT_MAPPING_PLAN_TABLES_H_
#define MUSTER_ENGINE_IMPORT_MAPPING_PLAN_TABLES_H_

#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/import/mapping/mapping.h"
#include "engine/import/mapping/table.h"

namespace muster::import {

/// Sets which columns of `tables` the rules name, the order of the tables, and which `rules` are about tables. Returns
/// for each table what it sets of `individual`, with pointers from its row. InvalidArgument, with the place, if a
/// pointer leads into a table but not to a column of it.
absl::StatusOr<std::vector<std::vector<FieldRule>>> PlanTables(const std::vector<FieldRule>& individual,
                                                               const std::vector<std::unique_ptr<RowRule>>& rules,
                                                               std::vector<Table>& tables);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_MAPPING_PLAN_TABLES_H_
