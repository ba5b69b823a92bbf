// How much work a plan is, roughly.
#ifndef MUSTER_ENGINE_EXECUTE_WORK_ESTIMATE_H_
#define MUSTER_ENGINE_EXECUTE_WORK_ESTIMATE_H_

#include <cstdint>

#include "engine/bind/bound.h"
#include "engine/execute/union_cache.h"
#include "engine/plan/plan.h"
#include "storage/store.h"

namespace muster::execute {

/// About how long one thread takes, seen from the rows of the entities that are read and nothing else. It decides
/// whether other threads are woken, which takes time of its own, and so need not be near.
///
/// A union that `unions` does not have yet is of postings that have to be read.
uint64_t EstimatedNanoseconds(const bind::Query& query, const plan::Plan& plan, const storage::Snapshot& snapshot,
                              UnionCache* unions);

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_WORK_ESTIMATE_H_
