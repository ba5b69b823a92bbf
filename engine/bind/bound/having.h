// The conditions of `having` on counts.
#ifndef MUSTER_ENGINE_BIND_BOUND_HAVING_H_
#define MUSTER_ENGINE_BIND_BOUND_HAVING_H_

#include <cstdint>

#include "engine/bind/bound/bound.h"

namespace muster::bind {

/// Whether `count`, the count of counted[having.index], satisfies `having`.
bool Satisfies(const Having& having, int64_t count);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_BOUND_HAVING_H_
