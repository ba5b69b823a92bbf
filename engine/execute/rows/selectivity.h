// From which share of the rows on another way to evaluate pays. Each figure is "one row in N": below that share, the
// rows are gone through one by one; from it on, all of them, which costs less for each. The decision in parentheses
// (docs/decisions/) says what is compared and measures it; bench/parts and bench/feasibility measure a change.
#ifndef MUSTER_ENGINE_EXECUTE_ROWS_SELECTIVITY_H_
#define MUSTER_ENGINE_EXECUTE_ROWS_SELECTIVITY_H_

#include <cstdint>

namespace muster::execute {

/// Sets are intersected, or counted for `at least N of`, as bits, 64 rows at a time, instead of as compressed bitmaps
/// (0008).
inline constexpr uint64_t kDenseForBits = 16;
/// A set is filtered by another one's bits instead of row by row (0008).
inline constexpr uint64_t kDenseForFilter = 32;
/// Parents or children are found for all rows, by nestings, instead of row by row (0008).
inline constexpr uint64_t kDenseForRelated = 128;
/// The same where their times or quantities are read row by row (0081).
inline constexpr uint64_t kDenseForRowByRow = 4;
/// A column is tested as a whole instead of at the candidates; the same where it has a sketch, and where the rows of
/// the range are cached (0008).
inline constexpr uint64_t kDenseForColumn = 16;
inline constexpr uint64_t kDenseForSketch = 128;
inline constexpr uint64_t kDenseForCachedRange = 512;
/// The rows of one posting are scanned with all others of the entity instead of as a slice of their own (0008).
inline constexpr uint64_t kDenseForScan = 8;
/// Rows below are found for everybody instead of below the candidates (0005).
inline constexpr uint64_t kDenseForNamedRows = 16;
/// The ids of all rows are computed and cached instead of those that are asked for (0007).
inline constexpr uint64_t kDenseForCachedColumn = 16;

/// Whether `rows` of `size` are fewer than one in `dense`.
constexpr bool IsSparse(uint64_t rows, uint64_t dense, uint64_t size) { return rows * dense < size; }

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_ROWS_SELECTIVITY_H_
