// The cost model: what a plan node costs to evaluate. The optimiser orders conjunctions by it, and the executor decides
// by it whether a plan is worth sharing out among threads.
#ifndef MUSTER_ENGINE_PLAN_COST_H_
#define MUSTER_ENGINE_PLAN_COST_H_

#include <cstdint>

#include "engine/plan/plan.h"

namespace muster::plan {

/// The order in which a conjunction evaluates its inputs: the cheapest kinds first, as they narrow the rows for the
/// others. Sets of postings come before column ranges, these before what reads parent or child rows.
int CostRank(const Node& node);

/// Nanoseconds for a thousand rows of one thread: orders of magnitude, from what the questions of docs/performance.md
/// take. Bits are handled 64 at a time, column values mostly as one byte of their sketch, the rest row by row.
inline constexpr uint64_t kNanosecondsOfBits = 15;
inline constexpr uint64_t kNanosecondsOfColumn = 150;
inline constexpr uint64_t kNanosecondsRowByRow = 5000;
inline constexpr uint64_t kNanosecondsOfDimension = 3000;
/// And for a thousand postings that are read from disk or cache.
inline constexpr uint64_t kNanosecondsOfPostings = 1'500'000;

}  // namespace muster::plan

#endif  // MUSTER_ENGINE_PLAN_COST_H_
