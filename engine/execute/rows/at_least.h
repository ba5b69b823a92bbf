// Rows that occur in at least N of several sets, by bit-sliced counters.
#ifndef MUSTER_ENGINE_EXECUTE_ROWS_AT_LEAST_H_
#define MUSTER_ENGINE_EXECUTE_ROWS_AT_LEAST_H_

#include <cstddef>
#include <cstdint>
#include <span>

#include "engine/execute/rows/row_set.h"

namespace muster::execute {

/// The rows, below `size`, that at least `least` of `sets` have; `least` is not 0.
RowSet RowsOfAtLeast(std::span<const RowSet> sets, size_t least, uint32_t size);

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_ROWS_AT_LEAST_H_
