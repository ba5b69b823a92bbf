// Answers as a table of two directions.
#ifndef MUSTER_SHELL_OUTPUT_CROSSTAB_H_
#define MUSTER_SHELL_OUTPUT_CROSSTAB_H_

#include <optional>

#include "muster/table.h"

namespace muster::shell {

/// The answer with the values of its last dimension as columns, for what is counted as column `counted` behind the
/// dimensions (0: the first). A combination that the answer has no row for is 0, but missing where `having` or a
/// guest's door may have left it out. There are no sums by row or column: who has several values would be in them
/// twice. nullopt when it has fewer than two dimensions, or nothing counted there.
std::optional<Table> Crosstab(const Table& table, size_t counted);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_OUTPUT_CROSSTAB_H_
