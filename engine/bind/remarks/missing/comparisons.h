// Private to bind/: comparisons, as remarks on what is not recorded look at them.
#ifndef MUSTER_ENGINE_BIND_REMARKS_MISSING_COMPARISONS_H_
#define MUSTER_ENGINE_BIND_REMARKS_MISSING_COMPARISONS_H_

#include "grammar/rewrite.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Whether it compares a value, and does not ask whether there is one.
bool Compares(const grammar::Compare& compare);

/// (stage is III or stage is missing) in place of `compare`: holds also for what has no value in `field`.
grammar::Rewriting OrMissing(const grammar::Compare& compare, grammar::Name field);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_MISSING_COMPARISONS_H_
