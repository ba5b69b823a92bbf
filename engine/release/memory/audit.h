// Which remembered sets could be combined to single out few people: offline, for the host.
#ifndef MUSTER_ENGINE_RELEASE_MEMORY_AUDIT_H_
#define MUSTER_ENGINE_RELEASE_MEMORY_AUDIT_H_

#include <cstddef>
#include <cstdint>

#include "absl/status/statusor.h"
#include "engine/release/memory/answer_memory.h"
#include "muster/guest.h"

namespace muster::release {

/// Searches the sets that have numbers of their own, the latest `most_sets` of them, for A - B and A + B - C of which
/// fewer than `people` are left over. Findings are grouped by the people left over: one group many times is somebody
/// who takes a mean. Lanes are linear, so it is seen without knowing anybody. Time grows with the square of
/// `most_sets`. With the status of the thread's allowance when that is over.
absl::StatusOr<AuditReport> AuditOf(const AnswerMemory& memory, int64_t people, size_t most_sets = 1500);

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_MEMORY_AUDIT_H_
