// Private to bind/: the remark on a bound behind several terms, which depends on the words only.
#ifndef MUSTER_ENGINE_BIND_REMARKS_READING_BOUND_OF_ALL_H_
#define MUSTER_ENGINE_BIND_REMARKS_READING_BOUND_OF_ALL_H_

#include "engine/bind/bound/reporter.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// `has measurement A or B >= 90 mmHg`: the bound is asked of each of them, and not of the last alone.
void RemarkOnBoundOfAll(const grammar::Has& has, Reporter* reporter);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_READING_BOUND_OF_ALL_H_
