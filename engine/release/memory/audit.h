// Which remembered sets could be combined to single out few people: offline, for the host.
#ifndef MUSTER_ENGINE_RELEASE_MEMORY_AUDIT_H_
#define MUSTER_ENGINE_RELEASE_MEMORY_AUDIT_H_

#include <cstddef>
#include <cstdint>

#include "absl/status/statusor.h"
#include "engine/release/memory/answer_memory.h"
#include "muster/guest.h"

namespace muster::release {

/// Searches the latest `most_sets` sets that have numbers of their own for combinations A - B and A + B - C that leave
/// fewer than `people` people. Findings are grouped by these people: the same group many times is an averaging attack.
/// Works on lanes, which are linear, so no identities are needed. Time grows with the square of `most_sets`. Fails with
/// the status of the thread's allowance if that is used up.
absl::StatusOr<AuditReport> AuditOf(const AnswerMemory& memory, int64_t people, size_t most_sets = 1500);

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_MEMORY_AUDIT_H_
