// Answers as a table of two directions.
#ifndef MUSTER_SHELL_OUTPUT_CROSSTAB_H_
#define MUSTER_SHELL_OUTPUT_CROSSTAB_H_

#include <optional>

#include "muster/table.h"

namespace muster::shell {

/// The answer with the values of its last dimension as columns, for the count in column `counted` behind the dimensions
/// (0: the first). A combination without a row in the answer is 0, or missing if `having` or a guest's policy may have
/// removed it. There are no sums by row or column, as people with several values would be in them twice. Nullopt if
/// there are fewer than two dimensions, or no such count.
std::optional<Table> Crosstab(const Table& table, size_t counted);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_OUTPUT_CROSSTAB_H_
