// What `having` says of counts.
#ifndef MUSTER_ENGINE_BIND_BOUND_HAVING_H_
#define MUSTER_ENGINE_BIND_BOUND_HAVING_H_

#include <cstdint>

#include "engine/bind/bound/bound.h"

namespace muster::bind {

/// Whether `count`, that of counted[having.index], is as `having` says.
bool Satisfies(const Having& having, int64_t count);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_BOUND_HAVING_H_
