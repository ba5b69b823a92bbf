// A rough estimate of a plan's work.
#ifndef MUSTER_ENGINE_EXECUTE_WORK_ESTIMATE_H_
#define MUSTER_ENGINE_EXECUTE_WORK_ESTIMATE_H_

#include <cstdint>

#include "engine/bind/bound/bound.h"
#include "engine/execute/rows/union_cache.h"
#include "engine/plan/plan.h"
#include "storage/store.h"

namespace muster::execute {

/// About how long one thread takes, from the number of rows that are read and nothing else. It decides whether to wake
/// other threads, so an order of magnitude is enough. Unions that are not in `unions` count as postings to be read.
uint64_t EstimatedNanoseconds(const bind::Query& query, const plan::Plan& plan, const storage::Snapshot& snapshot,
                              UnionCache* unions);

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_WORK_ESTIMATE_H_
